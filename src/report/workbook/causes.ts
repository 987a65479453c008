/** Causes that the reply form offers; a unit may write another. */
export const CAUSES: readonly string[] = [
  '内容未及时更新',
  '栏目或网址调整',
  '系统故障',
  '链接单位变更',
  '录入差错',
  '职责调整',
  '其他',
]
