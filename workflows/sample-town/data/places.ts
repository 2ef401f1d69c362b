/** A county, zone or county-level city of the sample town, all fictional, with some of its townships and villages. */
export type County = { code: string; name: string; townships: readonly Township[] }
export type Township = { name: string; villages: readonly string[] }

/** The region 9903 is assigned to no place. */
export const CITY_CODE = '990300'

export const COUNTIES: readonly County[] = [
  {
    code: '990301',
    name: '青禾区',
    townships: [
      { name: '白鹭街道', villages: ['河埠头社区', '梧桐里社区', '鹭洲社区'] },
      { name: '梧桐街道', villages: ['锦绣社区', '梧桐社区'] },
      { name: '书院街道', villages: ['书院坪社区', '南园社区'] },
      { name: '青溪镇', villages: ['青溪村', '上洲村'] },
    ],
  },
  {
    code: '990302',
    name: '东屏区',
    townships: [
      { name: '沙井镇', villages: ['沙井村', '新屋村', '大堤村'] },
      { name: '北塘街道', villages: ['金沙社区', '北塘社区'] },
      { name: '临港街道', villages: ['临港社区', '船厂社区'] },
      { name: '屏山街道', villages: ['屏山社区', '矿校社区'] },
    ],
  },
  {
    code: '990303',
    name: '望川县',
    townships: [
      { name: '双桥镇', villages: ['塘湾村', '双桥村', '竹园村'] },
      { name: '石湾乡', villages: ['石湾村', '桐木村'] },
      { name: '杨梅坳乡', villages: ['杨梅坳村', '云顶村'] },
      { name: '清江镇', villages: ['清江村', '渡口村'] },
      { name: '白石镇', villages: ['白石村', '桥头村'] },
    ],
  },
  {
    code: '990304',
    name: '石埠县',
    townships: [
      { name: '大坪乡', villages: ['岩下村', '大坪村', '樟树坪村'] },
      { name: '红岩镇', villages: ['石桥村', '红岩村'] },
      { name: '溪口镇', villages: ['花岭村', '溪口村'] },
      { name: '龙潭镇', villages: ['龙潭村', '水口村'] },
    ],
  },
  {
    code: '990305',
    name: '松口市',
    townships: [
      { name: '松江镇', villages: ['松江村', '五里村', '桃林村'] },
      { name: '枫林镇', villages: ['枫林村', '茶亭村'] },
      { name: '南门街道', villages: ['南门社区', '迎春社区'] },
      { name: '黄泥铺镇', villages: ['黄泥铺村', '柳塘村'] },
    ],
  },
  {
    code: '990306',
    name: '云澜高新区',
    townships: [
      { name: '创业街道', villages: ['创业社区', '科苑社区'] },
      { name: '麓谷街道', villages: ['麓山社区', '谷园社区'] },
      { name: '银杏街道', villages: ['银杏社区', '晨光社区'] },
    ],
  },
]
