/** Working side by side on a case: who is here, what may be the same matter, what was split. */
export const together = {
  here: { one: '{{name}}也开着（{{time}}起）', label: '也开着这件线索的人' },
  awayNow: '外出，由{{deputy}}代',
  holderAway: '{{name}}外出，由{{deputy}}代',
  split: {
    from: '拆自',
    off: '拆出',
    fromHere: '原件没有您能看的',
    kept: '由一份反映拆出的第二件事。联系方式和附件留在原件。',
  },
  mentions: '请看：{{names}}',
  similar: {
    title: '可能相同',
    lead: '字词相近的线索，最像的在前。并不并案，由您看过再定。',
    none: '没有找到相近的线索。',
    alike: {
      all: '字词几乎全同',
      most: '几乎一样，约{{tenths}}成字词相同',
      some: '约{{tenths}}成字词相同',
    },
    tenths: '零一二三四五六七八九十',
    why: {
      kind: '同一类别',
      place: '同一地点',
      accused: '都反映：{{units}}',
      accusedMany: '都反映：{{units}}等{{count}}个单位',
      sameDay: '同一天收到',
      days: '相隔{{days}}天',
      phrases: '两件都写了',
    },
    tick: '并入这一件：{{number}}',
    merge: '把勾选的并入这一件',
    into: '把这一件并入 {{number}}',
    more: '还有{{count}}件相近的，一起看',
    hint: '勾选能并入这一件的；每件单独记录，可以单独拆出。',
  },
  merged: {
    title: '并入这一件的（{{count}}件）',
    tick: '拆出：{{number}}',
    unmerge: '拆出勾选的',
  },
}
