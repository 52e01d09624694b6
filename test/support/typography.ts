/** @file How sentences are set (design.md, Chinese typography), as rules that a sentence in three languages keeps or breaks. */
import { languages } from "../../shared/model/primitives.ts";
import { placeholders } from "../../shared/model/sentence.ts";

type Sentence = Readonly<Record<(typeof languages)[number], string>>;

export interface Found {
  readonly where: string;
  readonly sentence: Sentence;
}

/** Every sentence inside a value, and where it stands. A schema beside them may hold itself. */
export function sentencesIn(where: string, value: unknown, inside: readonly object[] = []): readonly Found[] {
  if (typeof value !== "object" || value === null || inside.includes(value) || "_zod" in value) return [];
  if ("zh-CN" in value && typeof value["zh-CN"] === "string") return [{ where, sentence: value as Sentence }];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(`${where}.${key}`, inner, [...inside, value]));
}

/** Words that count something: a number stands right before them, without a typed space. */
const measures =
  "[个個位天年月日次项項条條份笔筆行岁歲分秒题題组組段家只页頁字词詞周号號章款遍层層张張封通人处處种種级級倍股万萬亿億元歲]";
const spaceBeforeMeasure = new RegExp(`[\\d}][ \\u00a0]+(?:${measures}|小时|小時|毫秒|分钟|分鐘|工作日|字节|位元組)`);
const spaceAfterOrdinal = /第[ \u00a0]+[\d{]/;
const halfWidth = /[\p{Script=Han}”」）][,;:?!]|[\p{Script=Han}][()]|[()][\p{Script=Han}]/u;

/** Characters that only one of the two scripts has; short, but it catches a forgotten conversion. */
const simplifiedOnly =
  "这个为过还没时间会对说话门关问题选项导进连续动务应从东乐书习写买卖亚产亲优传伤价众优体余佣侧偿储儿党兴养内册军农冲决况冻净减凤击划刘则刚创删别剂剑剧劝办动励劲劳势华协单卫厂历厉压厌县参双发变号叹听启员响团园围国图圆圣场块坏垒报块层岁币师帐带帮库废开异弃张弹强归当录彻忆忧态总恋恶悬惊惧惯愿戏战户扩护报担拟拥择换损据掷携摄数断无旧显晓暂机权条来极构析枪柜标栏树样档桥检楼横欢欧残毁毕气汇汉沟泽洁测济浏润涨渐温湾满滚滤灭灵炉点炼烂热爱牵犹独狱环现玛电画畅疗登盐监盖盘矿码确离种积称稳穷窃竖竞笔筛签简粮紧纠红约级纪纯纲纳纵纷纸纹线练组细织终绍经结给络绝统绩绪续维综绿缓编缘缩缺网罗职联肃肠肤胆脉脏脑腾艺节荐药莱获营蓝蔼藏虑虚虽蚀补装规视览觉触订认讨让训议记讲许论设访证评识诉词译试诗诚询该详语误请诸诺读课调谁谈谋谢谨谱贝负贡财责败货质贩贪购贯贴贵贷贸费贺资赋赏赔赖赚赛赞赠赢赶趋跃踪车轨转轮软轻载较辅辆输边达迁运近还进远违连迟适选逊递逻遗邮邻郑酝酱释里鉴针钉钟钢钥钱钻铁铃铜银链销锁锅错键镇镜长闭闯闲间闷闻阅阔队阳阴阵阶际陆陈险随隐难雾静韩页顶项顺须顾顿预领频题颜额风饭饮饰饱饿馆马驱驶驻验骑鱼鲜鸟鸣鸿麦黄齐齿龙龟";
const traditionalOnly =
  "這個為過還沒時間會對說話門關問題選項導進連續動務應從東樂書習寫買賣亞產親優傳傷價眾體傭側償儲兒黨興養內冊軍農衝決況凍淨減鳳擊劃劉則剛創刪別劑劍劇勸辦勵勁勞勢華協單衛廠歷厲壓厭縣參雙發變號嘆聽啟員響團園圍國圖圓聖場塊壞壘報層歲幣師帳帶幫庫廢開異棄張彈強歸當錄徹憶憂態總戀惡懸驚懼慣願戲戰戶擴護擔擬擁擇換損據擲攜攝數斷無舊顯曉暫機權條來極構槍櫃標欄樹樣檔橋檢樓橫歡歐殘毀畢氣匯漢溝澤潔測濟瀏潤漲漸溫灣滿滾濾滅靈爐點煉爛熱愛牽猶獨獄環現瑪電畫暢療鹽監蓋盤礦碼確離種積稱穩窮竊豎競筆篩簽簡糧緊糾紅約級紀純綱納縱紛紙紋線練組細織終紹經結給絡絕統績緒續維綜綠緩編緣縮網羅職聯肅腸膚膽脈臟腦騰藝節薦藥萊獲營藍藹慮虛雖蝕補裝規視覽覺觸訂認討讓訓議記講許論設訪證評識訴詞譯試詩誠詢該詳語誤請諸諾讀課調誰談謀謝謹譜貝負貢財責敗貨質販貪購貫貼貴貸貿費賀資賦賞賠賴賺賽贊贈贏趕趨躍蹤車軌轉輪軟輕載較輔輛輸邊達遷運遠違遲適遜遞邏遺郵鄰鄭醞醬釋鑑針釘鐘鋼鑰錢鑽鐵鈴銅銀鏈銷鎖鍋錯鍵鎮鏡長閉闖閒悶聞閱闊隊陽陰陣階際陸陳險隨隱難霧靜韓頁頂順須顧頓預領頻顏額風飯飲飾飽餓館馬驅駛駐驗騎魚鮮鳥鳴鴻麥黃齊齒龍龜";
/** Written alike in both, or used as such in both. */
const shared = new Set("里近登析据測温层藏缺余块优報塊佣");

const chinese = (test: RegExp) => (sentence: Sentence) =>
  [sentence["zh-CN"], sentence["zh-TW"]].find((text) => test.test(text));
const names = (text: string) => [...placeholders(text)].sort().join(" ");

/** By what each asks of a sentence: the text that breaks it, or undefined. */
const rules: Readonly<Record<string, (sentence: Sentence) => string | undefined>> = {
  "is there in all three languages": (each) =>
    languages.every((language) => each[language]?.trim()) ? undefined : "empty",
  "asks for the same values in all three languages": (each) =>
    new Set(languages.map((language) => names(each[language]))).size === 1 ? undefined : each.en,
  "has no typed space between a number and its measure word": chinese(spaceBeforeMeasure),
  "has no typed space inside an ordinal": chinese(spaceAfterOrdinal),
  "has full-width marks beside Han": chinese(halfWidth),
  "quotes with “ ” in Simplified": (each) => (/[「」]/.test(each["zh-CN"]) ? each["zh-CN"] : undefined),
  "quotes with 「 」 in Traditional": (each) => (/[“”]/.test(each["zh-TW"]) ? each["zh-TW"] : undefined),
  "keeps Simplified out of Traditional": (each) => strayIn(each["zh-TW"], only(simplifiedOnly, traditionalOnly)),
  "keeps Traditional out of Simplified": (each) => strayIn(each["zh-CN"], only(traditionalOnly, simplifiedOnly)),
  "never asks “are you sure” without saying what will happen": (each) =>
    /[您你]?确定吗|are you sure/i.test(each["zh-CN"] + each.en) ? each["zh-CN"] : undefined,
};
export const ruleNames = Object.keys(rules);

/** Places that break a rule, each with its text. */
export function breachesOf(rule: string, sentences: readonly Found[]): readonly string[] {
  return sentences.flatMap(({ where, sentence }) => {
    const text = rules[rule]?.(sentence);
    return text === undefined ? [] : [`${where}: ${text}`];
  });
}

/** The names of the languages stand in their own script in every language. */
const ownNames = ["简体中文", "繁體中文"];

function strayIn(text: string, characters: string): string | undefined {
  if (ownNames.includes(text)) return undefined;
  return [...text].find((character) => characters.includes(character) && !shared.has(character));
}

/** Characters of one list that the other does not have. */
function only(list: string, other: string): string {
  return [...list].filter((character) => !other.includes(character)).join("");
}
