/**
 * An audit.yaml to start from. Lines that start with `#` and a space explain; a setting behind `#` without a space
 * stands there with its default and counts when the `#` is taken away.
 */
export const configTemplate = (): string => `# portal-audit 配置 / configuration
# 以“#设置: 值”写的是默认值，去掉“#”即可修改。相对路径从本文件所在目录算起。
# Settings behind a # show the defaults: take the # away to change one. Relative paths start from this file's folder.
# 每项也可用环境变量设置，如 PORTAL_AUDIT_FETCH_CONCURRENCY=8；命令行选项优先。
# Each can be set by environment too, such as PORTAL_AUDIT_FETCH_CONCURRENCY=8; flags of the command line come first.

# 城市名称，用于报告 / name of the city, for reports
city: 本市

# 单位、栏目、办事事项登记表（CSV）所在目录 / folder with the registry: units, columns, services (CSV)
registry: registry

# 数据库文件：历次检查与网页证据 / database file: every run and its evidence
store: portal-audit.sqlite

# 报告目录与格式 / folder and formats of reports
out: reports-out
formats: [html, json, csv]

# 规则包：内置的 portal-content，或一个目录 / rule pack: the built-in portal-content, or a folder
#pack: portal-content

# 检查基准日 YYYY-MM-DD，不写为当天（北京时间）/ the day judged, today in Asia/Shanghai unless given
#asOf: null

# 语言 / language: zh, en
#lang: zh

# 发现该等级及以上的问题时退出码为 2 / exit code 2 from this severity: minor, serious, critical, veto
#failOn: serious

# 一定能访问的网址，用来判断本机网络是否正常 / addresses that always work, to tell whether our own network is well
#canaries: []
# 报告模板目录；不填则用自带模板 / folder of report templates; null = those that come with the program
#templates: null

# 访问网站的方式 / how sites are asked
fetch:
  # 联系方式（邮箱、电话或网址），写入 User-Agent，便于网站管理员联系
  # e-mail, telephone or address, sent in the User-Agent so that a site's keeper can reach you
  #contact: null
  # 完整的 User-Agent，一般不必改 / the whole User-Agent, rarely needed
  #userAgent: null
  # 全部网站同时连接数 / connections over all sites
  #concurrency: 16
  perHost:
    # 每个主机：同时连接数、两次请求的最小间隔（毫秒）/ per host: connections, and the least gap between requests
    #connections: 2
    #gapMilliseconds: 500
    # 答得慢的主机少问：间隔不小于上次应答用时的倍数，但不超过上限
    # a slow host is asked less: the gap is at least so many times what its last answer took, up to a limit
    #delayFactor: 2
    #longestDelayMilliseconds: 10000
    # robots.txt 的 Crawl-delay 最多按此值执行：写得过大会使检查无法完成
    # Crawl-delay of robots.txt is heeded up to this: a host that wants an hour could never be checked
    #longestCrawlDelayMilliseconds: 30000
    # 主机要求稍后再来（Retry-After）时最多等待的时间；要求更久的，本次不再访问
    # waited for by Retry-After; a host that asks for more is left alone, and what is left over is untested
    #longestRestMilliseconds: 120000
    # 每个主机每次检查的上限：请求数、字节数；超出的记为未检查
    # budget of a host and run: requests, bytes; what is left over is untested
    #mostRequests: null
    #mostBytes: null
  # 多个域名指向同一地址时合计的同时连接数 / connections to one network address, however many host names lead there
  perAddress:
    #connections: 4
  # 安静时段（北京时间）不开始新的访问，如 ['08:30-09:30']；wait 等到结束，end 结束本次检查，之后用 --resume 继续
  # quiet hours (Asia/Shanghai) in which nothing is begun, ['08:30-09:30']: wait, or end (then --resume)
  #quietHours: []
  #inQuietHours: wait
  # 超时（毫秒）：连接、响应头、正文两段之间、一次请求总计 / timeouts: connect, headers, between pieces of a body, one request
  timeouts:
    #connectMilliseconds: 10000
    #headersMilliseconds: 15000
    #bodyMilliseconds: 15000
    #totalMilliseconds: 60000
  # 暂时性故障：共试几次、首次重试前等待（毫秒，此后每次加倍）/ transient failures: tries in all, pause before the second, doubled each time
  retries:
    #attempts: 3
    #delayMilliseconds: 1000
  # 每个网页最多保留的字节数 / bytes kept of a page
  #bodyLimitBytes: 4194304
  # 网站答复“未修改”（304）的网页沿用上次内容，但至少每隔几天完整重读一次；0 为每次都完整读取
  # a page whose server says “not modified” (304) is taken from the run before, and read whole again after so many days
  # (0 = every time)
  #wholeAfterDays: 7
  # 域名指向，同 curl --resolve，可用 *. / where hosts are, like curl --resolve: '*.gov.example=127.0.0.1:8080'
  #resolve: []
  # 另外信任的证书颁发机构（PEM 文件），如政务内网自建的机构
  # file of certificate authorities that are trusted too (PEM), such as an intranet's own
  #ca: null
  # 登记的网址一律检查；页面中发现的链接：discovered-only 遵守 robots.txt，ignore 不遵守
  # registered addresses are always asked; links found in pages obey robots.txt (discovered-only) or not (ignore)
  #robots: discovered-only
  # 页面中发现的链接：除备案、标识、举报等页脚标准链接外，还有哪些主机只查书写、不访问（含其下级域名）
  # hosts of found links that are only read, never asked, beside the standard footer links (those below them too)
  #syntaxOnly: []
  # 允许访问的内网网段、地址或域名（可用 *.），其余内网地址一律不访问
  # parts of the city's own network that may be asked, such as [10.1.0.0/16, oa.example.gov.cn]; the rest stays closed
  #allow: []
  # 是否允许访问全部内网与本机地址（云主机元数据地址除外）
  # whether all private and loopback addresses may be asked (never a cloud's metadata service)
  #allowPrivate: false

# 何时认定；复查用 audit --confirm / when a fault counts; asked again with audit --confirm
confirmations:
  # 疑似失效的网址：最多 of 次访问中至少 needed 次失效 / an address that looks dead: needed of at most of answers
  #needed: 2
  #of: 3
  # 两次复查的最小间隔（分钟）/ least minutes between two confirmations
  #delayMinutes: 30
  # 服务器错误、超时、TLS 故障：须在多少天、多少个不同钟点都如此，且至少一次在工作日办公时间（北京时间）
  # 5xx, time-outs, TLS faults: seen on so many days, at so many hours, once at least while offices work (Asia/Shanghai)
  #days: 3
  #hours: 2
  #officeHours: 09:00-17:00
  # 连接被拒绝时，隔多少秒再次请求 / seconds between a refused connection and the second request
  #refusedSeconds: 30

# 封存一期通报的条件 / what may be sealed as a period
seal:
  # 全市覆盖率下限（0–1）/ the least share of what was due that must have been judged
  #minimumCoverage: 0.8
  # 严重及单项否决的问题须经人工复核方可通报 / critical and veto findings are circulated only when a person has decided on them
  #confirmCritical: true
  # 责任数比上期减少多少时提示、拒绝 / fewer duties than the period before, from where on it warns and refuses
  duties:
    #warn: 0.02
    #refuse: 0.2
  # “暂无法判定”与不符合的比例变动多少时提示、拒绝 / the same for the shares of “cannot tell” and of failures, either way
  shares:
    #warn: 0.02
    #refuse: 0.2

# 整改 / rectification
rectification:
  # 整改期限（工作日）/ working days within which a circulated finding must be mended
  #workdays: 10
  # 逾期多少个工作日后通知责任单位办公室、分管领导 / working days past the deadline after which office and leader are told
  escalate:
    #office: 5
    #leader: 10

# 保存期限：history prune 清理更早的检查；已封存、已复核、整改复查用到的一律保留 / how long runs are kept: history prune
# deletes older ones; what was sealed, reviewed or named by a case always stays
retention:
  # 内容检查、链接检查，如 P6M（六个月）；null 为一直保留 / audits and crawls, such as P6M (six months); null = for ever
  #runs: null
  #crawls: null

# 发送监管工作提示单的邮箱；用 notify 试看，notify --send 发送 / mail to the units: notify shows it, notify --send sends it
mail:
  # 发件人、回复地址 / sender, and where replies go
  #from: null
  #replyTo: null
  # 发信服务器；secure：starttls、tls（465 端口）或 none / the server; secure: starttls, tls (port 465) or none
  smtp:
    #host: null
    #port: 587
    #secure: starttls
    # 证书上的名称与 host 不同时填写 / the name on the server's certificate, where it is not host
    #certificateName: null
    # 用户名，以及存放密码的环境变量的名称（密码不写入本文件）/ user, and the environment variable that holds the password
    #user: null
    #passwordVariable: SMTP_PASSWORD
  # 一封邮件最多用时（秒）/ the longest that one mail may take
  #timeoutSeconds: 60
  # 第一次、第二次……失败后隔多少分钟再试，最后一个值一直有效 / pauses after each failure; the last one stays
  #retryMinutes: [5, 30, 120, 720]

# 印发通报和提示单的机关；不写的由城市名称得出 / who issues circulars and sheets; what is left out is made from the city's name
office:
  # 发文机关、机关代字（如 云政办函〔2026〕9号）/ the office, and the prefix of its document numbers
  #name: null
  #numberPrefix: null
  # 主送机关、抄送机关 / to whom the circular goes, and who gets copies
  #addressee: null
  #copyTo: null
  # 联系人、联系电话 / whom to ask
  #contactPerson: null
  #contactTelephone: null

# 生成 PDF 的浏览器（Chromium 程序路径）；不写则用随 npm 安装的（Linux x64）
# the Chromium that makes PDF files; null = the one that npm installed (Linux x64)
print:
  #browser: null

# 本机网络有问题时，本次检查不可信（退出码 75）/ when a run is not believed, because our own network is at fault (exit 75)
unreliable:
  # 无应答网址所占比例上限（0–1）/ the largest share of addresses without an answer
  #maximumFailedShare: 0.3
  # 比上次检查增加的上限（0–1）/ by how much it may exceed that of the run before
  #maximumFailedJump: 0.2
`
