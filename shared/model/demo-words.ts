/**
 * @file The words the demo book is made of. Everybody is invented: names are put
 * together by chance, phones lie in unassigned runs of zeros, identity numbers
 * begin with a region that does not exist, mail goes to a reserved domain.
 */
import type { Channel, Stage, Tier } from "./client.ts";
import type { Mood, Purpose } from "./contact.ts";

type List = readonly [string, ...string[]];

/** Frequent surnames stand several times. */
export const surnames = list(
  "王王王王李李李李张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕" +
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文",
);
export const compoundSurnames: List = ["欧阳", "司徒", "上官", "诸葛", "东方", "钟离", "令狐", "慕容"];

export const maleFirst = list("景怀叙明思知承嘉维允清若昭书子云启亦修致庭立彦君仲望伯砚泽少");
export const maleSecond = list("行瑾白远衡谦川舟恒霖和愚辰毅洲尧言峤屿岳哲骞桓澄诚钧野朗章航");
export const femaleFirst = list("文念书青若予一知静雨听婉沐清云思佩采晚映昕南宛素令蕴舒语心怡");
export const femaleSecond = list("澜慈瑶禾水安诺溪微仪晴宁岚筠棠薇荷月蓉初歆曦茵漪珂芷弦竹遥音");

export const companyFirst = list("澄明远恒瑞安泽启云松和信嘉盛宏博清源青禾");
export const companySecond = list("江川达丰岚城海峰原舟泰阳华林屿");
export const companyTrades: List = [
  "精密制造",
  "医疗器械",
  "新材料",
  "物流",
  "食品",
  "建筑设计",
  "软件",
  "环保科技",
  "文化传媒",
  "农业科技",
];

export const occupations: readonly [List, ...List[]] = [
  ["建筑设计院", "结构工程师", "项目主管"],
  ["中学", "语文教师", "年级主任"],
  ["三甲医院", "主治医师", "护士长"],
  ["软件公司", "产品经理", "测试工程师"],
  ["外贸公司", "业务经理", "单证主管"],
  ["会计师事务所", "项目经理", "审计员"],
  ["连锁餐饮", "合伙人", "店长"],
  ["物流园", "调度主管", "车队负责人"],
  ["出版社", "编辑", "发行主管"],
  ["电力公司", "运维班长", "安全员"],
  ["高校", "副教授", "实验室主任"],
  ["家装公司", "设计师", "合伙人"],
];
export const educations: List = ["高中", "大专", "本科", "本科", "本科", "硕士", "博士"];
export const districts: List = [
  "滨江区长河街道",
  "滨江区西兴街道",
  "上城区望江街道",
  "西湖区文新街道",
  "拱墅区米市巷街道",
  "萧山区北干街道",
  "余杭区仓前街道",
];
export const times: List = ["工作日12:00–13:30", "工作日19:00以后", "周末上午", "随时", "下午3点以后", "微信先约"];
export const experiences: List = [
  "1至3年，货币基金和短债为主",
  "3至5年，固收增强为主，少量混合基金",
  "5至10年，混合基金为主",
  "5至10年，指数定投为主",
  "10年以上，股票和股票基金",
  "只买过存款和国债",
];
export const allocations: List = [
  "现金20，债券50，权益20，黄金10",
  "现金60，债券40",
  "权益40，债券35，黄金5，现金20",
  "存款70，固收30",
  "权益65，债券20，现金15",
];
export const worstLosses: List = [
  "2022年 −14.6%，继续持有",
  "2022年 −8%，卖出一部分",
  "2015年 −31%，全部卖出",
  "2018年 −17%，继续定投",
  "没有经历过亏损",
];
export const products: List = [
  "稳盈固收增强",
  "联稳利180天持有",
  "明澈科创成长混合 A",
  "安和90天持有",
  "澄心债券 A",
  "青禾养老目标2040",
  "汇川货币",
  "远山沪深300指数",
];
export const children: List = [
  "女儿，17岁，高三，准备出国读本科",
  "儿子，12岁，小学六年级",
  "一儿一女，9岁和6岁",
  "女儿，24岁，刚工作",
  "儿子，31岁，已成家",
  "无子女",
];
export const parents: List = ["母亲74岁，同住", "父母均退休，住在老家", "父亲81岁，长期服药", "双方父母健在，身体都好"];
export const hobbies: List = [
  "越野跑，去年完成百公里",
  "钓鱼",
  "羽毛球，每周三晚",
  "书法",
  "自驾，去过西藏",
  "爱喝单丛",
  "合唱团",
  "养猫",
  "摄影",
];
export const taboos: List = ["不喜欢晚上来电", "不谈论健康", "不要发群发消息", "不接陌生号码，先发短信", "不提前东家"];
export const agreements: List = [
  "大额决定前先与配偶商量",
  "每季度面谈一次",
  "单笔超过50万元先发书面材料",
  "权益占比不超过55%",
  "只在工作日联系",
];
export const needs: List = [
  "教育储备尚未单列，想知道每年要存多少",
  "手里活期太多，想分层安排",
  "退休后现金流要稳定，每月能取",
  "担心同类基金买重了，想看整体",
  "想把房贷提前还一部分，比较一下",
  "给父母准备医疗备用金",
];
export const goals: List = [
  "2027年9月前备齐女儿的留学费用",
  "五年后提前退休",
  "十年后养老账户达到300万元",
  "三年内换房，首付要保住",
  "资产跑赢物价，回撤不超过10%",
];
export const tags: List = [
  "教育储备",
  "子女出国2027",
  "退休三年内",
  "企业主",
  "定投中",
  "偏好纸质",
  "转介绍",
  "高净值沙龙",
  "黄金关注",
  "同类基金多",
];
export const companyTags: List = ["企业主与 CFO", "现金管理", "年终分红", "账户代发"];
export const companyNeeds: List = [
  "账上短期资金约三个月的周转期，想提高一点收益",
  "年终分红前的资金停留安排",
  "汇率波动大，想了解套期工具",
];

export const idleMoods: readonly [Mood, ...Mood[]] = ["calm", "calm", "calm", "pleased", "worried"];

export interface ContactIdea {
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** `{product}`, `{wan}`, `{percent}`, `{month}` are filled in. */
  readonly summary: string;
  readonly outcome?: string;
  readonly next?: string;
  readonly mood?: Mood;
}

export const contactIdeas: readonly [ContactIdea, ...ContactIdea[]] = [
  idea("market", "wechat", "发了市场周报，已读，问到黄金占比。"),
  idea("market", "wechat", "转发本周利率变化的说明，回复“收到，谢谢”。"),
  idea("market", "phone", "聊了近期波动，客户能接受，不打算调整。", "继续持有"),
  idea(
    "market",
    "phone",
    "大盘连跌三天后主动致电，说明持仓里权益只占{percent}%，情绪平复。",
    "继续持有",
    "下周再看一次",
    "worried",
  ),
  idea("market", "live", "参加线上直播，提问两次，都与债券有关。", "已答复"),
  idea("review", "face", "季度检视。权益占比{percent}%，高于约定，建议分两步下调。", "同意先调一步", "发调整方案"),
  idea("review", "face", "年度检视，逐只看了持有产品，费用和回撤都讲清楚了。", "保持不变"),
  idea("review", "phone", "电话检视持仓，{product}到期后先放货币，等面谈再定。", "到期转活", "约面谈"),
  idea("review", "face", "检视家庭现金流，备用金够8个月支出，保险缺口还要再算。", "补充资料", "整理保单"),
  idea("product", "phone", "主动询问{product}，认可波动，想投约{wan}万元。", "等材料", "发费用对比"),
  idea("product", "face", "讲解{product}的期限、费用和最大回撤，客户要回去与家人商量。", "考虑中", "三天后回电"),
  idea("product", "wechat", "发送{product}说明书和风险揭示，提醒先看第2页。", "已发送"),
  idea("product", "phone", "询问{product}能否提前赎回，说明了持有期限制。", "不购买"),
  idea("product", "email", "邮件发送三只产品的期限和费用对比表。", "已发送", "确认是否收到"),
  idea(
    "redemption",
    "phone",
    "连跌几天后主动来电，想赎回{product}{wan}万元，讲清费用和持有期后先赎一半。",
    "部分赎回",
    "一周后回访",
    "worried",
  ),
  idea("redemption", "wechat", "{product}开放期到了，问赎回几天到账。", "已答复", undefined, "calm"),
  idea("purchase", "phone", "下跌后来电想加仓{product}约{wan}万元，先看等级和期限。", "等材料", "发风险揭示", "calm"),
  idea("service", "phone", "协助修改预留手机号，核对了证件有效期。", "已办理"),
  idea("service", "sms", "短信提醒{month}月有一笔产品到期。", "已送达"),
  idea("service", "wechat", "询问对账单怎么看，发了图示说明。", "已解决", undefined, "pleased"),
  idea("service", "face", "到网点办理签约，顺带完善了职业和住址。", "资料已更新"),
  idea("service", "phone", "回访新购产品，客户清楚期限和风险，没有疑问。", "回访通过"),
  idea("greeting", "wechat", "节日问候，附一条夏季用电缴费的小提示。"),
  idea("greeting", "phone", "生日问候，约了下个月一起看资产检视报告。", undefined, "准备检视报告", "pleased"),
  idea("greeting", "sms", "中秋问候短信。", "已送达"),
  idea("event", "face", "参加养老投教沙龙，对目标日期基金感兴趣。", "已签到", "会后发资料", "pleased"),
  idea("event", "wechat", "邀请参加投资者教育讲座，答应带配偶一起来。", "已报名"),
  idea("event", "phone", "邀请参加沙龙，出差在外，婉拒。", "未参加"),
  idea("complaint", "phone", "反映赎回到账比预期晚一天，解释了节假日顺延，客户接受。", "已说明", "月底回访", "upset"),
  idea(
    "complaint",
    "face",
    "对产品净值下跌不满，一起看了同类平均和买入时的揭示书，约定每月通一次电话。",
    "已安抚",
    "每月通话",
    "upset",
  ),
  idea("other", "phone", "未接通，已发短信约时间。", "未接通", "再约时间"),
  idea("other", "phone", "占线两次，改发微信。", "未接通"),
  idea("other", "face", "路过网点，聊了聊孩子升学。", undefined, undefined, "pleased"),
  idea("market", "email", "发送季度市场回顾，附权益和债券的波动对比。", "已发送"),
  idea("review", "wechat", "发了持仓截图，核对后总额与系统一致。", "一致"),
  idea("product", "face", "比较{product}与定期存款，客户选择先存一年定期。", "存款{wan}万元"),
  idea("service", "phone", "提醒风险测评将到期，约了时间来做。", "已约定", "面谈测评"),
];

export const companyIdeas: readonly [ContactIdea, ...ContactIdea[]] = [
  idea("service", "phone", "与财务负责人核对对公账户余额和到期安排。", "已核对"),
  idea("review", "face", "拜访董事长和 CFO，讨论闲置资金分层，短期留{wan}万元周转。", "同意方案", "出书面方案"),
  idea("market", "email", "给财务部发送利率和汇率周报。", "已发送"),
  idea("product", "face", "介绍{product}，法务要看合同文本。", "考虑中", "发合同样本"),
  idea("greeting", "wechat", "中秋问候，CFO 提到年底有分红安排。", undefined, "了解分红时间"),
  idea("event", "face", "参加企业主闭门交流，问到代发工资方案。", "已签到"),
];

/** Contacts in two years by tier, fewest and most. */
export const rhythm: Record<Tier, readonly [number, number]> = {
  vip: [18, 34],
  active: [10, 20],
  ordinary: [3, 10],
  prospect: [0, 4],
};
export const stageOfTier: Record<Tier, readonly [Stage, ...Stage[]]> = {
  vip: ["mature", "mature", "growing"],
  active: ["growing", "mature"],
  ordinary: ["mature", "quiet", "growing"],
  prospect: ["new", "new", "quiet", "lost"],
};

function idea(
  purpose: Purpose,
  channel: Channel,
  summary: string,
  outcome?: string,
  next?: string,
  mood?: Mood,
): ContactIdea {
  return {
    purpose,
    channel,
    summary,
    ...(outcome === undefined ? {} : { outcome }),
    ...(next === undefined ? {} : { next }),
    ...(mood === undefined ? {} : { mood }),
  };
}

function list(text: string): List {
  const [first = "", ...rest] = text;
  return [first, ...rest];
}
