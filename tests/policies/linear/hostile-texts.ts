/** Pieces that make a careless expression or loop begin anew at each of them. */
const PIECES = [
  ' ', '\n', '\r', '\t', '\u3000', '\0', 'a', '0', '一', '.', '-', '=', '"', '\\"', "'", '(', '（', '<', '>', '[', '{', '【', '【…', '《', '“',
  '+', '@', 'a@', 'a.', 'a@b.', '1-', '1 ', '１', '=?', '=?utf-8?b?', '=?utf-8?q?a?= ', '=E4', '=\n', ' \n', '\n\n', '\n ', ' x\n', '> ', '>\n', '&', '&#', '&lt;',
  '<a ', '<w:t ', '<w:t>', '<v ', '</', '<!--', '<div>', '<p>x', '<br', '{\\', ';', '; boundary="', 'charset="', 'a:b\n', 'a: b\n c', 'From a\n',
  '--x\n', '------\n', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n', 'begin 644 a\n', 'begin-base64 644 a\n', 'M', '\nend',
  'BEGIN:VEVENT\n', 'DTSTART:', '00:00:01,000 --> 00:00:02,000\n', '00:01 ', '1\n', '话务员：', '话务员：您好\n', '来电人：', '说话人1：', '张三(00:00:05):\n', '工号', '13800138000', '幺', '零', '微信：', 'QQ',
  '1日（', '1月1日', '2027-01-01 休', '，', '。', '、', '王', '王某', '2026', '3.5%', '望川县', '望川县民政局、', '县民政局', '市商务局', '松口市市商务局', '专项办', '你们', '你们把我', '12345', '何雯', '何科长', '举报', '把举报', '反映了第二天',
  '市委、市政府', '原始邮件', '-----原始邮件-----\n', '发件人：', '发件人: a@b.c\n', '在 2026年1月1日，a写道：\n', 'wrote:\n', '--\n', '电话：', '地址：', '\u0301', '\u200b', '\ud800', 'a,', 'a\t', '"a"', '","', '[{"', '{"a":', '"1":1,', '12345678901234567890', '1.1', '1e', '1 2 3 4 5 6 7 8 9 0 ',
]

/** Ends that a text so made may have: most expressions fail at one of them alone. */
const ENDS = ['', 'x', '>', '"']

/** Texts of about `length` letters: each piece over and over. */
export const hostileTexts = (length: number): { name: string; at: (length: number) => string }[] =>
  PIECES.flatMap((piece) =>
    ENDS.map((end) => ({
      name: `${JSON.stringify(piece)} … ${JSON.stringify(end)}`,
      at: (wanted: number) => piece.repeat(Math.ceil(wanted / piece.length)) + end,
    })),
  ).filter(({ at }) => at(length).length >= length)
