/** What forty people wrote who sat in the same meeting: one passed a draft around, and each made it their own. */
const OPENINGS = [
  '',
  '你好，',
  '我是镇里的干部。',
  '匿名反映：',
  '不方便留名，说个事。',
  '忍了很久了。',
  '各位领导好，',
  '替大家说一句：',
]
const HOURS = ['三个小时', '3个多小时', '整整三小时', '快三个小时', '一上午']
const ENDS = [
  '希望能管一管。',
  '求求别再开了。',
  '会开完活还得加班干。',
  '',
  '盼回复。',
  '谢谢。',
  '以上都是真的，可以查签到表。',
  '有照片，不敢发。',
]
const BODY = (hours: string) =>
  `10月9日上午，县里开基层减负工作推进会，开到每个村，通知要求各镇干部、村两委全部到会场签到，不许请假。会开了${hours}，` +
  '先是读文件，再是五个单位表态发言，稿子都是提前一天审过的，最后还要每个村交一份学习心得，不少于八百字，三天内报县委办。' +
  '那几天正是收玉米的时候，村里一个人都没有。'

/** The report of the `n`-th of them; the first is as the draft was. */
export function toldByThe(n: number): string {
  const body = BODY(HOURS[n % HOURS.length] ?? '')
  const sentences = body.split(/(?<=。)/)
  const told = n % 3 === 1 ? sentences.slice(0, -1) : n % 7 === 4 ? sentences.toReversed() : sentences
  return `${OPENINGS[n % OPENINGS.length]}${told.join('')}${ENDS[(n * 3) % ENDS.length]}`
}

export const FORTY = Array.from({ length: 40 }, (_, n) => toldByThe(n))
