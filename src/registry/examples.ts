/** Sites of the fictional city 云川市, for rows to start from. */
export const EXAMPLE_PORTAL = 'http://www.yunchuan.gov.example'
export const EXAMPLE_DISTRICT = 'http://qingxi.yunchuan.gov.example'
export const EXAMPLE_POLICE = 'http://gaj.yunchuan.gov.example'
