/** A page written for training: what real pages teach, in words of our own. */
export interface OwnPage {
  readonly html: string
  readonly isError: boolean
}

const MENU = ['首页', '政务公开', '办事服务', '互动交流', '新闻中心', '走进本区', '专题专栏', '数据开放']
const FOOTER =
  '主办单位：某区人民政府办公室　网站标识码：3100000000　某ICP备05000000号　联系电话：021-00000000'

const bare = (title: string, body: string): string => `<title>${title}</title><body>${body}</body>`
/** A site's own header, menu and footer around a body, as content systems put them around errors too. */
const framed = (title: string, body: string, links = 24): string => {
  const menu = Array.from(
    { length: links },
    (_, at) => `<li><a href="/m${at}/">${MENU[at % MENU.length]}</a></li>`,
  )
  return bare(title, `<ul>${menu.join('')}</ul><div>${body}</div><div>${FOOTER}</div>`)
}

const SITE = '某区人民政府'
const MISSING = [
  '抱歉，您访问的页面不存在或已被删除！',
  '您要查看的信息不存在或未审核',
  '对不起，该文章已被删除或者正在审核中，请返回首页',
  '没有找到您要访问的页面，请检查您输入的网址是否正确',
  '该信息已下线',
  '此页面已被移除，3秒后自动跳转到网站首页',
  '内容已删除',
  'Sorry, the page you are looking for could not be found. Back to home page',
  'Oops! Looks like this page does not exist.',
]
const TITLED: readonly (readonly [string, string])[] = [
  ['404', '<h1>404</h1><p>页面未找到</p><a href="/">返回首页</a>'],
  ['错误页面', '<p>系统出错了，请稍后再试</p>'],
  ['提示信息', '<p>参数错误</p><a href="javascript:history.back()">返回上一页</a>'],
  ['信息提示', '<p>栏目不存在或已被删除</p>'],
  [
    '访问拦截',
    '<h2>您的请求疑似攻击行为，已被网站防火墙拦截</h2><p>如有疑问请联系网站管理员，事件ID：a1b2c3d4e5f6</p>',
  ],
  [
    '405',
    '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是: 707c9f7615</p>',
  ],
  [
    '403 - 禁止访问: 访问被拒绝。',
    '<h1>服务器错误</h1><h2>403 - 禁止访问: 访问被拒绝。</h2><h3>您无权使用所提供的凭据查看此目录或页面。</h3>',
  ],
  [
    '无法找到该页',
    '<h1>无法找到该页</h1><p>您正在搜索的页面可能已经删除、更名或暂时不可用。</p><p>HTTP 错误 404 - 文件或目录未找到。</p><p>Internet 信息服务 (IIS)</p>',
  ],
  [
    'IIS 10.0 Detailed Error - 404.0 - Not Found',
    '<h2>HTTP Error 404.0 - Not Found</h2><h3>The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.</h3><p>Module IIS Web Core</p>',
  ],
  [
    'Error 404 Not Found',
    '<h2>HTTP ERROR 404</h2><p>Problem accessing /a. Reason:</p><pre> Not Found</pre><hr><i><small>Powered by Jetty://</small></i>',
  ],
  [
    '503 Backend fetch failed',
    '<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 32770</p><hr><p>Varnish cache server</p>',
  ],
  [
    'Access Denied',
    "<h1>Access Denied</h1>You don't have permission to access this on this server.<p>Reference #18.2d351ab8.1557333295.a4e16ab</p>",
  ],
  [
    'Request Rejected',
    'The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567890',
  ],
  ['系统发生错误', '<h1>页面错误！请稍后再试～</h1><p>错误位置 FILE: index.php LINE: 12</p>'],
  ['500 - 内部服务器错误', '<h1>500</h1><p>服务器开小差了，请稍后重试</p>'],
  ['Seite nicht gefunden', '<h1>Die Seite wurde nicht gefunden</h1><p>Bitte prüfen Sie die Adresse.</p>'],
  ['Page introuvable', '<h1>Oups !</h1><p>La page demandée est introuvable.</p><a href="/">Accueil</a>'],
  ['Página no encontrada', '<h1>Error 404</h1><p>La página que busca no existe.</p>'],
  [
    'Страница не найдена',
    '<h1>404</h1><p>К сожалению, запрошенная страница не существует.</p><a href="/">На главную</a>',
  ],
  ['ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p><a href="/">トップページへ</a>'],
  ['페이지를 찾을 수 없습니다', '<p>요청하신 페이지를 찾을 수 없습니다. 주소를 다시 확인해 주세요.</p>'],
  ['网站维护中', '<h1>系统升级维护中，请稍后访问</h1>'],
  ['Site under maintenance', '<p>We are down for maintenance and will be back soon.</p>'],
]

const PARAGRAPH =
  '根据年度工作安排，现将有关事项予以公布。各单位要认真落实责任，做好组织实施，确保各项任务按期完成，并于每季度末报送进展情况。'
const BYLINE = '<p>来源：区政府办公室　发布时间：2024-03-05 10:20　浏览次数：128</p>'
const ENGLISH =
  'The status code tells a client why a request could not be met. Servers send it in the first line of the answer, and browsers rarely show it. This chapter lists the codes in order and says what each of them means for those who keep a site. '
const CONTENT: readonly (readonly [string, string])[] = [
  [
    '关于网站无法访问问题的情况说明',
    `${BYLINE}<p>3月4日，因服务器故障，本站一度无法访问，现已恢复。给您带来不便，敬请谅解。</p>`,
  ],
  [
    '关于系统升级维护期间暂停服务的通知',
    `${BYLINE}<p>各单位：为提升服务能力，定于本周六对业务系统进行升级改造，期间暂停服务。${PARAGRAPH}</p>`,
  ],
  [
    '404页面不存在怎么办？',
    `<p>出现404错误时，可先检查网址是否正确，再联系网站管理员。${PARAGRAPH}${PARAGRAPH}</p>`,
  ],
  [
    '网站出现“500内部服务器错误”的解决方法',
    `<h1>网站出现“500内部服务器错误”的解决方法</h1><p>服务器内部错误通常由配置引起。${PARAGRAPH}${PARAGRAPH}</p>`,
  ],
  [
    '市民反映：学校页面找不到',
    `${BYLINE}<p>问：我在网站上找不到该信息，请问在哪里查询？</p><p>答：您好，请在“政务公开”栏目中查询。</p>`,
  ],
  ['HTTP 404 - Reference', `<h1>HTTP 404</h1><p>${ENGLISH}${ENGLISH}</p><p>${ENGLISH}</p>`],
  ['Error handling — Handbook', `<h1>Error handling</h1><p>${ENGLISH}${ENGLISH}</p>`],
  ['Errors', `<h1>Errors</h1><p>exception HTTPError</p><p>${ENGLISH}</p><p>${ENGLISH}</p>`],
  [
    'Forum: 403 Forbidden after update?',
    `<p>Posted by anna, 3 May 2021</p><p>Since the update I get 403 Forbidden on every page. Any ideas? ${ENGLISH}</p><p>Posted by tom</p><p>Check the permissions of the folder.</p>`,
  ],
  ['通知', `<p>请各单位于周五前报送材料。</p>`],
  ['Welcome', '<p>Welcome to our small site.</p>'],
  ['欢迎', '<p>欢迎访问本站</p>'],
  ['联系我们', '<p>地址：某路100号</p><p>电话：021-00000000</p>'],
  ['Test', 'Test'],
  ['', '<p>Hello</p>'],
  ['', ''],
  ['用户登录', '<form><input name="u"><input type="password" name="p"><p>验证失败请联系管理员</p></form>'],
  ['站内搜索', '<form><input name="q"></form><p>没有找到您要的信息，请更换关键词</p>'],
  ['通知公告', '<p>暂无数据</p>'],
  [
    '领导信箱',
    `<p>来信须知：请勿提交非法信息，请求超时请重新提交。${PARAGRAPH}</p><form><input name="a"><input name="b"><textarea></textarea></form>`,
  ],
]

/** Pages of our own to learn from beside the labelled ones. */
export const OWN_PAGES: readonly OwnPage[] = [
  ...MISSING.flatMap((words) => [
    { html: bare(SITE, `<p>${words}</p>`), isError: true },
    { html: framed(SITE, `<p>${words}</p>`), isError: true },
    { html: framed(`${words.slice(0, 12)} - ${SITE}`, `<p>${words}</p>`, 60), isError: true },
  ]),
  ...TITLED.flatMap(([title, body]) => [
    { html: bare(title, body), isError: true },
    { html: framed(`${title} - ${SITE}`, body, 40), isError: true },
  ]),
  ...CONTENT.flatMap(([title, body]) => [
    { html: bare(title, body), isError: false },
    { html: framed(`${title} - ${SITE}`, body), isError: false },
    { html: framed(`${title}_${SITE}`, body, 60), isError: false },
  ]),
]
