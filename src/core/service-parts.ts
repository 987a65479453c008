/** A stage (环节) of a service: 在线受理, 状态查询, 结果反馈. */
export type Stage = 'application' | 'status' | 'result'

/** The stages in the order of the policy. */
export const STAGES: readonly Stage[] = ['application', 'status', 'result']

/** An element (要素) of a service: 办事指南 表格下载 网上咨询 网上投诉 便民问答 法律法规 办理机构. */
export type ServiceElement = 'guide' | 'forms' | 'consultation' | 'complaint' | 'faq' | 'laws' | 'agency'

/** The seven elements in the order of the policy (五(三)). */
export const SERVICE_ELEMENTS: readonly ServiceElement[] = [
  'guide',
  'forms',
  'consultation',
  'complaint',
  'faq',
  'laws',
  'agency',
]
