import type { Role } from '#workflows/roles/roles.ts'

/** An account of the sample town. Nobody holds two sides of one act in an ordinary flow. */
export type Person = { login: string; name: string; email: string; roles: readonly Role[]; unitCode: string }

const person = (login: string, name: string, unit: string, ...roles: Role[]): Person => ({
  login,
  name,
  email: `${login}@yunlan.example.test`,
  roles,
  unitCode: /^9903/.test(unit) ? unit : `990300-${unit}`,
})

/** At the mechanism's office and around it. All names are fictional. */
const OFFICE: readonly Person[] = [
  person('hewen', '何雯', 'mechanismOffice', 'clerk'),
  person('luoping', '罗平', 'mechanismOffice', 'clerk'),
  person('songjie', '宋洁', 'mechanismOffice', 'verifier'),
  person('tanyi', '谭毅', 'mechanismOffice', 'verifier'),
  person('liangbo', '梁博', 'mechanismOffice', 'reviewer'),
  person('fangmin', '方敏', 'mechanismOffice', 'reviewer'),
  person('yuanye', '袁野', 'mechanismOffice', 'reviewer'),
  person('qinyue', '秦岳', 'mechanismOffice', 'head'),
  person('dengke', '邓珂', 'mechanismOffice', 'territoryHandler'),
  person('xielan', '谢岚', 'supervision', 'supervisor'),
  person('jiangtao', '江涛', 'discipline', 'disciplineLiaison'),
  person('panhong', '潘虹', 'discipline', 'departmentHandler'),
  person('mazhen', '马真', 'audit', 'auditor'),
  person('wulei', '伍蕾', 'mechanismOffice', 'custodian'),
  person('daijun', '戴军', 'partyOffice', 'custodian'),
  person('shixin', '石欣', 'petitions', 'custodian'),
  person('baiyu', '白羽', 'publicity', 'editor'),
  person('kexin', '柯昕', 'publicity', 'editor'),
  person('luming', '鲁明', 'publicity', 'approver'),
  person('zhuqing', '朱青', 'partyOffice', 'approver'),
  person('shaoyuan', '邵远', '990300', 'leader'),
  person('tongyue', '童悦', 'data', 'administrator'),
  person('aixia', '艾霞', 'approval', 'operator'),
  person('yinli', '尹丽', 'approval', 'operator'),
]

/** The handlers of the six counties and zones. */
const TERRITORIES: readonly Person[] = [
  person('qinghe', '陶晴', '990301', 'territoryHandler'),
  person('dongping', '贺东', '990302', 'territoryHandler'),
  person('wangchuan', '汪川', '990303', 'territoryHandler'),
  person('shibu', '史博', '990304', 'territoryHandler'),
  person('songkou', '宋恺', '990305', 'territoryHandler'),
  person('gaoxin', '高昕', '990306', 'territoryHandler'),
]

/** The handlers of the city departments that get letters, each by its line. */
const DEPARTMENTS: readonly Person[] = (
  [
    ['shibangong', '贝宁', 'partyOffice'],
    ['zhengfuban', '冷宁', 'governmentOffice'],
    ['zuzhibu', '左志', 'organisation'],
    ['xuanchuanbu', '禤川', 'publicity'],
    ['wangxinban', '万欣', 'cyberspace'],
    ['bianban', '卞安', 'staffing'],
    ['shegongbu', '佘工', 'socialWork'],
    ['duchashi', '杜茶', 'supervision'],
    ['xinfangju', '辛方', 'petitions'],
    ['fagaiwei', '范凯', 'development'],
    ['jiaoyuju', '焦瑜', 'education'],
    ['gongxinju', '龚鑫', 'industry'],
    ['gonganju', '龚安', 'police'],
    ['minzhengju', '闵征', 'civilAffairs'],
    ['sifaju', '司帆', 'justice'],
    ['renshe', '任舍', 'humanResources'],
    ['zhujianju', '祝健', 'housing'],
    ['chengguanju', '程冠', 'urbanManagement'],
    ['shuiliju', '水莉', 'water'],
    ['nongyeju', '农晔', 'agriculture'],
    ['shangwuju', '尚悟', 'commerce'],
    ['wenlvju', '文侣', 'culture'],
    ['weijianwei', '卫健', 'health'],
    ['yingjiju', '应霁', 'emergency'],
    ['shichangju', '施畅', 'marketSupervision'],
    ['tongjiju', '佟济', 'statistics'],
    ['shujuju', '舒菊', 'data'],
    ['shenpiju', '申琵', 'approval'],
    ['linyeju', '林烨', 'forestry'],
    ['xiaofang', '萧放', 'fire'],
    ['fulian', '傅莲', 'women'],
    ['canlian', '灿莲', 'disabled'],
  ] as const
).map(([login, name, line]) => person(login, name, line, 'departmentHandler'))

export const PEOPLE: readonly Person[] = [...OFFICE, ...TERRITORIES, ...DEPARTMENTS]
