/** What the filled cases say: everyday sentences, and terms that few of them hold. */
export const SENTENCES = [
  '每周五下午都要把同一份清单按三个口径报三次',
  '晚上十一点群里还在要照片和接龙',
  '一个月开了二十七场会，讲的是同一件事',
  '走访入户要拍照上传三个不同的系统',
  '村里的牌子挂了三十一块，来检查就换',
  '同一张表民政要、乡里要、专班也要',
  '责任状层层签，签到了网格员',
  '应用不打卡就通报，通报完还要写整改',
  '从站所借调的人两年没有回来过',
  '检查组一天来三拨，台账要求各不相同',
  '证明要跑四个窗口，窗口说归口不在这里',
  '考核细则一年改了五次，每次都要重新补材料',
] as const

/** Found in a tenth of all cases. */
export const COMMON = '群里还在要照片'
/** Found in twenty cases, however many there are. */
export const RARE = '二十七号楼的老支书'
export const RARE_HITS = 20
