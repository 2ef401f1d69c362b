import { describe, expect, test } from 'vitest'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import { UNITS } from '#workflows/sample-town/data/units.ts'

const named = (text: string) => unitsNamed(UNITS, text).map((id) => UNITS.find((unit) => unit.id === id)?.name)

describe('the units a report names', () => {
  test.each([
    [
      '我是望川县双桥镇的，同一份底数，县民政局要一遍，县农业农村局要一遍，县残联又要一遍',
      ['双桥镇人民政府', '望川县民政局', '望川县农业农村局', '望川县残疾人联合会'],
    ],
    [
      '反映望川县双桥镇报表太多。9月初县民政局、农业农村局、残联三家要同一批底数',
      ['双桥镇人民政府', '望川县民政局', '望川县农业农村局', '望川县残疾人联合会'],
    ],
    [
      '夜里10点40分区城管局在“青禾创城攻坚群”发通知，点名说白鹭街道还有6个社区没接龙',
      ['青禾区城市管理局', '白鹭街道办事处'],
    ],
    [
      '石埠县教育局和县水利局今年4月各发了一个防溺水的文件，教育局要老师包一段河塘。大坪乡岩下村就三个干部',
      ['石埠县教育局', '石埠县水利局', '大坪乡人民政府', '岩下村村民委员会'],
    ],
    ['望川县住房和城乡建设局开会签责任书，自建房审批都在住建局，也没见县委县政府批过', ['望川县住房和城乡建设局']],
    ['石埠县红岩镇被县里借走9个：县委宣传部2个、县信访局3个', ['红岩镇人民政府', '石埠县委宣传部', '石埠县信访局']],
    [
      '店在青禾区白鹭街道。区行政审批局说要先核查；我去市场监管局，他说不归他',
      ['白鹭街道办事处', '青禾区行政审批局', '青禾区市场监督管理局'],
    ],
    ['东屏区临港街道说是区消防救援大队派的', ['临港街道办事处', '东屏区消防救援大队']],
    [
      '松口市松江镇又挂了两块，松口市司法局一块，松口市科协一块',
      ['松江镇人民政府', '松口市司法局', '松口市科学技术协会'],
    ],
    ['高新区管委会的……（通话不清）……局，市里的多', ['云澜高新区管理委员会']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  test('the city department is meant by 市商务局, and that of a county-level city too once the text has named it', () => {
    expect(named('市商务局每个月排名，镇街来找我们松江镇一家小厂')).toEqual(['市商务局', '松江镇人民政府'])
    expect(named('松口市的企业都知道，市商务局让我们盖章')).toEqual(['市商务局', '松口市商务局'])
  })

  test('a short name is left alone where the text does not tell whose it is', () => {
    expect(named('县民政局和教育局天天要表')).toEqual([])
    expect(named('望川县和石埠县都一样，教育局要表')).toEqual([])
    expect(named('天天开会天天填表，上面动动嘴，下面跑断腿')).toEqual([])
  })

  test('the bare name of the city or a county does not accuse its government; the government’s own name does', () => {
    expect(named('云澜市望川县的一个镇，县里和市委都不管')).toEqual([])
    expect(named('望川县人民政府发文')).toEqual(['望川县人民政府'])
    expect(named('云澜市政府要求天天报')).toEqual(['云澜市人民政府'])
  })

  test('the office is named where it is spoken about, not where it is spoken to', () => {
    expect(named('市整治形式主义为基层减负专项工作机制办公室：\n  今年以来市农业农村局的文件少了')).toEqual([
      '市农业农村局',
    ])
    expect(named('请专项办核实')).toEqual([])
    expect(named('专项办自己也天天要我们报表')).toEqual(['市级专项工作机制办公室'])
  })

  test('the field for the unit is taken at its word', () => {
    expect(named('望川县')).toEqual(['望川县人民政府'])
    expect(named(' 市政府 ')).toEqual(['云澜市人民政府'])
  })

  test('a closed unit is not named', () => {
    const closed = UNITS.map((unit) => (unit.name === '市商务局' ? { ...unit, closed_on: '2026-01-01' } : unit))
    expect(unitsNamed(closed, '市商务局每个月排名')).toEqual([])
  })
})
