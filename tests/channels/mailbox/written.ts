/** Sentences in encodings that JavaScript reads and does not write, in base64. `wide` has characters that GB2312 lacks. */
export const SENTENCES = {
  simple: '基层干部每周要填三张内容相同的表格，晚上十一点还要在群里接龙。',
  wide: '基层干部每周要填三张内容相同的表格，晚上十一点还要在群里接龙。朱镕基、龑、㐂、𠮷',
  traditional: '基層幹部每週要填三張內容相同的表格，晚上還要在群組裡接龍。',
} as const

export const BYTES = {
  GB2312: 'u/my47jJsr/Dv9bc0qrM7sj91cXE2sjdz+DNrLXEse248aOsze3Jz8qu0ru147u50qrU2si6wO+908H6oaM=',
  GBK: 'u/my47jJsr/Dv9bc0qrM7sj91cXE2sjdz+DNrLXEse248aOsze3Jz8qu0ru147u50qrU2si6wO+908H6oaPW7OlGu/k=',
  GB18030:
    'u/my47jJsr/Dv9bc0qrM7sj91cXE2sjdz+DNrLXEse248aOsze3Jz8qu0ru147u50qrU2si6wO+908H6oaPW7OlGu/mhov2MoaKBOe8xoaKVNLI1',
  Big5: 'sPK8aLdGs6GoQ7ZnrW628aRUsWmkuq5lrNumUKq6qu2u5qFBsd+kV8HZrW6mYrhzstW4zLG1wHOhQw==',
  'ISO-2022-JP': 'GyRCJDMkbCRPMnE1RCRONS1PPyRHJDkbKEI=',
  'ISO-2022-KR': 'GyQpQw5IOEBHDw==',
  HZ: 'fns7eTJjOEkyP0M/VlxSKkxuSH1VRURaSF1PYE0sNUQxbThxIyxNbUlPSi5SOzVjOzlSKlRaSDpAbz1TQXohI359',
  Shift_JIS: 'grGC6oLNie+LY4LMi0yYXoLFgreBQpaIj1SOT4nxgsWCt4FC',
  'EUC-KR': 'yLjAx7ChILPKuasguLm9wLTPtNk=',
} as const
