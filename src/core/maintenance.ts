/** How a portal column is kept up (三): 信息报送, 网上抓取, 网页链接. */
export type Maintenance = 'submitted' | 'harvested' | 'linked'
