/** A line of trade: its city department, and how its county departments are called after the name of the county (委 is 党工委 in a zone). */
export type Line = {
  code: string
  city: string
  cityAliases: readonly string[]
  /** null where the counties of the sample town have no such department */
  county: string | null
  countyAliases: readonly string[]
}

const line = (
  code: string,
  city: string,
  cityAliases: string[] = [],
  county: string | null = null,
  countyAliases: string[] = [],
): Line => ({
  code,
  city,
  cityAliases,
  county,
  countyAliases,
})

/** The departments of a city after the usual template, party side first. */
export const LINES: readonly Line[] = [
  line('partyOffice', '市委办公室', ['市委办'], '委办公室', ['委办']),
  line('governmentOffice', '市政府办公室', ['市政府办'], '政府办公室', ['政府办']),
  line('organisation', '市委组织部', ['市组织部'], '委组织部', ['组织部']),
  line('publicity', '市委宣传部', ['市宣传部'], '委宣传部', ['宣传部']),
  line('unitedFront', '市委统战部'),
  line('politicsAndLaw', '市委政法委员会', ['市委政法委', '市政法委']),
  line('policyResearch', '市委政策研究室', ['市委政研室', '市委改革办']),
  line('cyberspace', '市委网络安全和信息化委员会办公室', ['市委网信办', '市网信办'], '委网信办', ['网信办']),
  line('staffing', '市委机构编制委员会办公室', ['市委编办', '市编办']),
  line('socialWork', '市委社会工作部', ['市社会工作部', '市委社工部']),
  line('supervision', '市委市政府督查室', ['市督查室', '市目标绩效办', '市考核办'], '委督查室', ['督查室', '考核办']),
  line('petitions', '市信访局', [], '信访局'),
  line('development', '市发展和改革委员会', ['市发改委']),
  line('education', '市教育局', [], '教育局'),
  line('science', '市科学技术局', ['市科技局']),
  line('industry', '市工业和信息化局', ['市工信局']),
  line('police', '市公安局', [], '公安局'),
  line('civilAffairs', '市民政局', [], '民政局'),
  line('justice', '市司法局', [], '司法局'),
  line('finance', '市财政局'),
  line('humanResources', '市人力资源和社会保障局', ['市人社局']),
  line('naturalResources', '市自然资源和规划局', ['市自然资源局']),
  line('environment', '市生态环境局'),
  line('housing', '市住房和城乡建设局', ['市住建局'], '住房和城乡建设局', ['住建局']),
  line('urbanManagement', '市城市管理局', ['市城管局'], '城市管理局', ['城管局']),
  line('transport', '市交通运输局', ['市交通局']),
  line('water', '市水利局', [], '水利局'),
  line('agriculture', '市农业农村局', [], '农业农村局'),
  line('commerce', '市商务局', [], '商务局'),
  line('culture', '市文化广电和旅游局', ['市文化广电旅游局', '市文旅局'], '文化广电和旅游局', ['文旅局']),
  line('health', '市卫生健康委员会', ['市卫健委'], '卫生健康局', ['卫健局']),
  line('veterans', '市退役军人事务局'),
  line('emergency', '市应急管理局', ['市应急局'], '应急管理局', ['应急局']),
  line('marketSupervision', '市市场监督管理局', ['市市场监管局'], '市场监督管理局', ['市场监管局']),
  line('statistics', '市统计局', [], '统计局'),
  line('medicalInsurance', '市医疗保障局', ['市医保局']),
  line('data', '市数据局', ['市大数据局'], '数据局'),
  line('approval', '市行政审批局', ['市政务服务局'], '行政审批局', ['政务服务局']),
  line('forestry', '市林业局', [], '林业局'),
  line('stateAssets', '市国有资产监督管理委员会', ['市国资委']),
  line('taxation', '市税务局'),
  line('fire', '市消防救援支队', [], '消防救援大队'),
  line('unions', '市总工会'),
  line('youthLeague', '共青团云澜市委', ['市团委']),
  line('women', '市妇女联合会', ['市妇联'], '妇女联合会', ['妇联']),
  line('disabled', '市残疾人联合会', ['市残联'], '残疾人联合会', ['残联']),
  line('scienceAssociation', '市科学技术协会', ['市科协'], '科学技术协会', ['科协']),
]
