/** The keyboard: the sheet of a page's keys, and the few words that go with keys. */
export const keys = {
  open: '键盘 ?',
  title: '这一页的按键',
  close: '关闭 Esc',
  down: '下一行',
  up: '上一行',
  openLine: '打开这一行',
  tick: '选中或不选这一行',
  send: '送出正在填的表',
  back: '从格子里出来；取消选中；返回',
  leave: '从格子里出来；取消选中',
  sheet: '这张表',
  next: '下一件',
  previous: '上一件',
  list: '回到列表',
  lastOfList: '这是列表里的最后一件。',
}
