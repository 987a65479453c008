/** Words by which pages say what they are, in visible text (domain.md §4). One list per kind of page. */
export const PHRASES = {
  notFound:
    /(?:您|你)?(?:所?访问|请求|要?查看|浏览|查找)的(?:页面|网页|内容|文件|信息|资源)(?:[^。！\n]{0,8})(?:不存在|已?被?删除|已?下线|没有找到|找不到|未找到)|页面(?:不存在|未找到|没有找到|走丢|已?被?删除|丢失)|(?:找不到|无法找到|未找到|没有找到)(?:该|此|您要的|您要找的|您访问的|指定的|相关)?(?:网?页面?|文件|信息|资源)|(?:该|此)(?:信息|页面|网页|文章|内容)(?:不存在|已?被?删除|已下线|已撤稿)|内容已删除|信息不存在或未审核|资源未找到|error\s*404|404\s*(?:error|not\s+found|page|错误)|http\s*(?:status|错误)?\s*404|page\s+(?:not|cannot\s+be|could\s+not\s+be|can(?:no|')t\s+be)\s+found|the\s+(?:requested\s+)?(?:page|url|resource)[^.\n]{0,60}(?:not\s+found|does\s+not\s+exist|no\s+longer\s+exists|could\s+not\s+be\s+found|cannot\s+be\s+found)|(?:page|file)\s+(?:does\s+not|doesn['’]t)\s+exist/i,
  serverError:
    /服务器内部错误|系统出错了|服务器(?:错误|出错|繁忙)|数据库(?:连接)?(?:错误|失败)|internal\s+server\s+error|bad\s+gateway|service\s+(?:temporarily\s+)?unavailable|gateway\s+time-?out|server\s+error\s+in|runtime\s+error|HTTP\s+Status\s+50\d/i,
  blocked:
    /您的(?:访问|请求)(?:已?被(?:阻断|拦截|拒绝)|疑似攻击)|请求(?:已被阻断|疑似攻击行为)|网站防火墙|拦截提示|安全验证|访问异常|访问过于频繁|人机验证|验证您是真人|请完成(?:安全)?验证|checking\s+your\s+browser|just\s+a\s+moment|attention\s+required|access\s+denied|request\s+blocked|verify\s+(?:that\s+)?you\s+are\s+(?:a\s+)?human/i,
  maintenance:
    /(?:网站|系统|平台|本站|栏目)?(?:正在|将|现|暂时)?(?:进行)?(?:系统)?(?:维护中|升级维护|升级改造|停机维护|系统升级中|维护升级)|暂停(?:服务|访问|对外服务)|系统维护|under\s+maintenance|down\s+for\s+maintenance|已迁移至|已搬迁至/i,
  notFiled:
    /该网站暂时无法进行访问|(?:该|此)?网站(?:因)?(?:未备案|尚未进行备案|未进行备案)|该站点已暂停|网站已(?:暂停|关闭|停止)|您没有将此域名或\s*IP\s*绑定到对应站点|没有找到对应的站点|没有找到站点/i,
  parked:
    /域名(?:已过期|出售|转让)|此域名(?:出售|待售|可出售)|(?:购买|出售)(?:此|该)域名|domain\s+(?:is\s+)?(?:for\s+sale|has\s+expired|parked)|buy\s+this\s+domain/i,
  placeholder:
    /(?:网站|栏目|页面|内容|系统)?(?:正在)?(?:建设|开发|筹备|完善)中|敬请期待|coming\s+soon|under\s+construction/i,
  noData:
    /暂(?:无|没有)(?:相关)?(?:数据|内容|信息|记录|资料|文章|更新)|没有(?:相关|任何|符合条件的)?(?:数据|内容|信息|记录)|(?:内容|数据|列表)为空|no\s+(?:data|records?|content|results?|articles?)\s*(?:found|available|yet)?\s*[.!]?$/im,
  login:
    /请(?:您)?先?(?:登录|登陆|注册)|(?:您)?(?:尚未|还未|未|还没有?)登(?:录|陆)|登(?:录|陆)后(?:方可|才能|即可|再|可)?(?:查看|办理|申报|浏览|访问|使用|查询)|登(?:录|陆)(?:已过期|超时|状态已?失效)|(?:注册|实名认证)后(?:方可|才能|即可)|需要登(?:录|陆)|please\s+(?:log|sign)\s+in|(?:log|sign)\s?in\s+(?:is\s+)?required/i,
  loginTitle:
    /统一身份认证|用户登(?:录|陆)|个人登录|法人登录|扫码登录|账号登录|CA登录|登录系统|^(?:登录|登陆|login|sign\s?in)$/i,
  registration:
    /(?:用户|会员|个人|法人|新用户|立即)?注册(?:账号|账户|用户|协议)|(?:用户|会员|个人|法人|新用户)注册|create\s+(?:an\s+)?account|sign\s?up/i,
} as const satisfies Readonly<Record<string, RegExp>>

/** Signs that a script builds what a reader sees. */
export const SCRIPT_SIGNS =
  /dataproxy\.jsp|\bnew\s+Vue\s*\(|createApp\s*\(|ReactDOM|\.ajax\s*\(|axios\.|\bfetch\s*\(|XMLHttpRequest|\$\.(?:get|post|getJSON)\s*\(|loadList|jpaas|gkmlpt|getList\s*\(|innerHTML\s*=|document\.write\s*\(/

/** Words that stand in for a list until a script has filled it. */
export const LOADING =
  /(?:数据|内容|列表|页面)?(?:正在)?加载中|loading\s*(?:\.{2,}|…)|正在(?:加载|载入)|请(?:启用|开启)\s*javascript|enable\s+javascript/i

/** Scripts by which content systems fetch the rows of a list (domain.md §4). */
export const ROW_SCRIPTS = /dataproxy\.jsp|\bjpaas\w*|\bgkmlpt\b|\bloadList\s*\(|\bgetList\s*\(/i

/** Marks of a list cut into pages: on a page without rows they say that there are some elsewhere. */
export const PAGE_MARKS = /\b(?:countPage|totalPage)s?\s*=|createPageHTML\s*\(/i
