import type { Form } from '../../../src/facts/page.ts'

/**
 * Forms of Chinese government pages as their systems print them, modelled by hand: the labelled pages hold few. Each is
 * a type, the page's title and the page. They are trained on and never measured with.
 */
export const MODELLED_FORMS: readonly (readonly [Form['type'], string, string])[] = [
  [
    'login',
    '用户登录',
    '<h2>手机登录</h2><form id="smsForm" method="post"><input name="mobile" placeholder="手机号码"><input name="smsCode" placeholder="短信验证码"><a>获取验证码</a><button>登录</button></form>',
  ],
  [
    'login',
    '个人用户登录',
    '<form class="login-form"><input name="phone" placeholder="请输入手机号"><input name="verifyCode" placeholder="请输入验证码"><button type="button">登 录</button><a href="/reg">立即注册</a></form>',
  ],
  [
    'login',
    '法人登录',
    '<form action="/uc/login" method="post">统一社会信用代码<input name="creditCode">密码<input type="password" name="pwd">验证码<input name="vcode"><input type="submit" value="登录"></form>',
  ],
  [
    'login',
    '统一身份认证平台',
    '<form method="post"><input name="username" placeholder="身份证号/手机号"><input type="password" name="password" placeholder="请输入密码"><input name="captcha" placeholder="验证码"><button>登录</button><a>忘记密码</a><a>注册账号</a></form>',
  ],
  [
    'login',
    '市门户网站',
    '<div class="top"><form action="/login.jsp" method="post">用户名:<input name="uname" size="8">密码:<input type="password" name="upass" size="8"><input type="image" src="/images/dl.gif" alt="登录"></form></div>',
  ],
  [
    'login',
    '后台管理',
    '<form action="/admin/check.asp" method="post">管理员<input name="admin">口令<input type="password" name="pass"><input type="submit" value="进入"></form>',
  ],
  [
    'registration',
    '新用户注册',
    '<form method="post"><input name="loginName" placeholder="登录名"><input type="password" name="pwd" placeholder="密码"><input type="password" name="pwd2" placeholder="确认密码"><input name="realName" placeholder="真实姓名"><input name="idCard" placeholder="身份证号码"><input name="mobile" placeholder="手机号"><button>注册</button></form>',
  ],
  [
    'registration',
    '个人注册',
    '<form action="/register/save" method="post">姓名<input name="name">身份证号<input name="idno">手机号<input name="tel">短信验证码<input name="sms"><input type="checkbox">我已阅读并同意用户协议<input type="submit" value="立即注册"></form>',
  ],
  [
    'registration',
    '法人注册',
    '<form method="post">企业名称<input name="corpName">统一社会信用代码<input name="code">法定代表人<input name="legal">经办人手机<input name="mobile">密码<input type="password" name="p"><button>下一步</button></form>',
  ],
  [
    'recovery',
    '找回密码',
    '<form method="post"><input name="account" placeholder="请输入账号"><input name="vcode" placeholder="验证码"><button>下一步</button></form>',
  ],
  [
    'recovery',
    '忘记密码',
    '<form action="/forget" method="post">手机号<input name="mobile">短信验证码<input name="code">新密码<input type="password" name="p1">确认新密码<input type="password" name="p2"><button>重置密码</button></form>',
  ],
  [
    'recovery',
    '密码找回',
    '<form method="post">用户名<input name="user">注册邮箱<input name="email"><input type="submit" value="找回密码"></form>',
  ],
  [
    'search',
    '首页',
    '<form name="searchform" action="/search/index.html" target="_blank"><input name="searchword" value="请输入关键字"><input type="button" value="搜索"></form>',
  ],
  [
    'search',
    '政务公开',
    '<form action="/was5/web/search" method="post"><select name="channelid"><option>全部</option><option>标题</option></select><input name="keyword"><input type="image" src="/images/ss.gif" alt="站内检索"></form>',
  ],
  [
    'search',
    '信息公开目录',
    '<form method="get">索引号<input name="idx">文号<input name="wh">名称<input name="bt">发布日期<input name="d1">至<input name="d2"><input type="submit" value="检索"></form>',
  ],
  [
    'search',
    '信件查询',
    '<form action="/mail/query">信件编号<input name="mailNo">查询密码<input type="password" name="mailPwd"><input type="submit" value="查询"></form>',
  ],
  [
    'search',
    '办事进度',
    '<form action="/banshi/jd">业务流水号<input name="lsh">申请人<input name="sqr"><button>查询</button></form>',
  ],
  [
    'search',
    '市政府网站',
    '<div class="so"><form><input id="qt" placeholder="搜政策、搜服务"><a class="btn">搜索</a></form></div>',
  ],
  [
    'contact',
    '局长信箱',
    '<form action="/mail/save" method="post">姓名<input name="xm">联系电话<input name="lxdh">电子邮箱<input name="email">主题<input name="zt">内容<textarea name="nr"></textarea>验证码<input name="yzm"><input type="submit" value="提交"></form>',
  ],
  [
    'contact',
    '我要咨询',
    '<form method="post"><input name="realname" placeholder="姓名"><input name="phone" placeholder="手机"><input name="title" placeholder="咨询标题"><textarea name="content" placeholder="咨询内容"></textarea><button>提交</button></form>',
  ],
  [
    'contact',
    '举报投诉',
    '<form action="/tsjb" method="post">被投诉单位<input name="dw">投诉事项<textarea name="sx"></textarea>联系方式<input name="lx"><input type="submit" value="提交"><input type="reset" value="重置"></form>',
  ],
  [
    'contact',
    '意见征集',
    '<h3>我要提意见</h3><form method="post">昵称<input name="nick">意见内容<textarea name="yj"></textarea><button>发表</button></form>',
  ],
  [
    'contact',
    '新闻',
    '<div id="comment"><form method="post"><textarea name="msg" placeholder="我来说两句"></textarea><input type="submit" value="发表评论"></form></div>',
  ],
  [
    'mailing-list',
    '信息订阅',
    '<form action="/subscribe" method="post">电子邮箱<input name="email"><input type="checkbox" name="lm">政策文件<input type="checkbox" name="lm">通知公告<input type="submit" value="订阅"></form>',
  ],
  [
    'mailing-list',
    '首页',
    '<div class="dy"><form><input name="mail" placeholder="请输入邮箱订阅"><button>订阅</button></form></div>',
  ],
  [
    'order',
    '商品',
    '<form action="/cart/add" method="post">数量<input name="num" value="1"><button>加入购物车</button></form>',
  ],
  [
    'other',
    '网上调查',
    '<form action="/vote" method="post"><p>您对政府网站是否满意？</p><input type="radio" name="q1">满意<input type="radio" name="q1">一般<input type="radio" name="q1">不满意<input type="submit" value="投票"><a>查看结果</a></form>',
  ],
  [
    'other',
    '依申请公开',
    '<form method="post">申请人姓名<input name="sqr">证件名称<input name="zjmc">证件号码<input name="zjhm">通信地址<input name="dz">所需信息内容描述<textarea name="ms"></textarea>获取方式<input type="checkbox" name="hq">邮寄<input type="submit" value="提交申请"></form>',
  ],
  [
    'other',
    '列表',
    '<form name="pageform">共36条 转到第<input name="page" size="3">页<input type="button" value="GO"></form>',
  ],
  [
    'other',
    '友情链接',
    '<form name="link"><select onchange="window.open(this.value)"><option>各区政府网站</option><option>市级部门网站</option></select></form>',
  ],
]
