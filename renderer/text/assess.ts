/** @file Sentences of the assessment: before it, what the client reads in meeting mode, and paper entry. */
import type { Texts } from "./text.ts";

export const assess = {
  testTitle: { "zh-CN": "{name}的知识测试", "zh-TW": "{name}的知識測驗", en: "Knowledge test of {name}" },
  title: { "zh-CN": "{name}的测评", "zh-TW": "{name}的測評", en: "Assessment of {name}" },
  back: { "zh-CN": "客户", "zh-TW": "客戶", en: "Client" },
  gone: { "zh-CN": "没有这位客户", "zh-TW": "沒有這位客戶", en: "No such client" },
  goneWhy: {
    "zh-CN": "记录可能已经并入另一位客户。",
    "zh-TW": "紀錄可能已經併入另一位客戶。",
    en: "The record may have become part of another client.",
  },
  noPack: { "zh-CN": "还没有适用的问卷", "zh-TW": "還沒有適用的問卷", en: "No questionnaire applies yet" },
  noPackDay: {
    "zh-CN": "今天没有生效的问卷，请先放入新的规则包。",
    "zh-TW": "今天沒有生效的問卷，請先放入新的規則包。",
    en: "No questionnaire is in force today; a new rule pack is needed.",
  },

  who: {
    title: { "zh-CN": "由谁作答", "zh-TW": "由誰作答", en: "Who answers" },
    client: { "zh-CN": "客户本人", "zh-TW": "客戶本人", en: "The client" },
    guardian: { "zh-CN": "监护人", "zh-TW": "監護人", en: "The guardian" },
    "advisor-from-paper": { "zh-CN": "按纸质问卷录入", "zh-TW": "按紙本問卷輸入", en: "From paper, by the advisor" },
    company: { "zh-CN": "机构经办人", "zh-TW": "機構經辦人", en: "The company's representative" },
    companyHelp: {
      "zh-CN": "由机构授权的经办人在这台电脑上全屏作答，一页一题。",
      "zh-TW": "由機構授權的經辦人在這台電腦上全螢幕作答，一頁一題。",
      en: "Whoever the company has authorised answers on this screen, one question a page.",
    },
    clientHelp: {
      "zh-CN": "在这台电脑上全屏作答，一页一题。请把键盘和屏幕交给客户。",
      "zh-TW": "在這台電腦上全螢幕作答，一頁一題。請把鍵盤和螢幕交給客戶。",
      en: "On this screen, one question a page. Hand the keyboard to the client.",
    },
    guardianHelp: {
      "zh-CN": "客户不具有完全民事行为能力时，由监护人全屏作答。",
      "zh-TW": "客戶不具有完全民事行為能力時，由監護人全螢幕作答。",
      en: "On this screen, for a client without full civil capacity.",
    },
    paperHelp: {
      "zh-CN": "照客户填好的纸质问卷逐题录入，记录会注明不是本机作答。请保留原件。",
      "zh-TW": "照客戶填好的紙本問卷逐題輸入，紀錄會註明不是本機作答。請保留原件。",
      en: "Copy what the client filled in on paper. The record says so; keep the original.",
    },
  },
  before: {
    title: { "zh-CN": "交给客户之前", "zh-TW": "交給客戶之前", en: "Before handing it over" },
    hint: {
      "zh-CN": "不代答，不提示，不先卖后评",
      "zh-TW": "不代答，不提示，不先賣後評",
      en: "Do not answer for the client, hint, or assess after the sale",
    },
    hintLaw: { "zh-CN": "2025年第7号令 第13条", "zh-TW": "2025年第7號令 第13條", en: "Order 7 of 2025, Art. 13" },
    screen: {
      "zh-CN": "屏幕上只有这位客户的题目，不显示分数",
      "zh-TW": "螢幕上只有這位客戶的題目，不顯示分數",
      en: "The screen shows this client's questions only, and no points",
    },
    leave: {
      "zh-CN": "随时可以暂停；退出要输入您的口令",
      "zh-TW": "隨時可以暫停；退出要輸入您的口令",
      en: "It can pause at any time; leaving asks for your passphrase",
    },
    saved: {
      "zh-CN": "每答一题就加密存下，断电后从同一题继续",
      "zh-TW": "每答一題就加密存下，斷電後從同一題繼續",
      en: "Each answer is sealed at once; after a crash it goes on at the same question",
    },
    start: { "zh-CN": "开始作答", "zh-TW": "開始作答", en: "Start" },
    startPaper: { "zh-CN": "开始录入", "zh-TW": "開始輸入", en: "Start entry" },
    notAllowed: { "zh-CN": "今天不能开始", "zh-TW": "今天不能開始", en: "Cannot start today" },
  },
  draft: {
    title: {
      questionnaire: {
        "zh-CN": "有一份没做完的测评",
        "zh-TW": "有一份沒做完的測評",
        en: "An assessment is unfinished",
      },
      "knowledge-test": { "zh-CN": "有一份没做完的测试", "zh-TW": "有一份沒做完的測驗", en: "A test is unfinished" },
    },
    at: {
      "zh-CN": "{who}，{day} 开始，答了{done}题，共{of}题",
      "zh-TW": "{who}，{day} 開始，答了{done}題，共{of}題",
      en: "{who}, begun {day}, {done} of {of} answered",
    },
    version: {
      "zh-CN": "按开始时的 {version}版问卷继续；现行的是 {now} 版。",
      "zh-TW": "按開始時的 {version}版問卷繼續；現行的是 {now} 版。",
      en: "It goes on in version {version}, in which it was begun; {now} is in force now.",
    },
    lost: {
      "zh-CN": "那份问卷的版本已经不在这里，无法接着做。重新开始会丢弃它。",
      "zh-TW": "那份問卷的版本已經不在這裡，無法接著做。重新開始會捨棄它。",
      en: "Its questionnaire version is no longer here, so it cannot go on. Starting over discards it.",
    },
    resume: { "zh-CN": "继续", "zh-TW": "繼續", en: "Continue" },
    restart: { "zh-CN": "重新开始", "zh-TW": "重新開始", en: "Start over" },
    restartAsk: {
      "zh-CN": "重新开始会丢弃已答的{done}题，不能找回。",
      "zh-TW": "重新開始會捨棄已答的{done}題，不能找回。",
      en: "Starting over discards the {done} {done|answer|answers} given so far, for good.",
    },
    discard: { "zh-CN": "丢弃并重新开始", "zh-TW": "捨棄並重新開始", en: "Discard and start over" },
    cancel: { "zh-CN": "取消", "zh-TW": "取消", en: "Cancel" },
  },
  sheet: {
    title: { "zh-CN": "问卷", "zh-TW": "問卷", en: "Questionnaire" },
    version: { "zh-CN": "版本", "zh-TW": "版本", en: "Version" },
    size: { "zh-CN": "题数", "zh-TW": "題數", en: "Questions" },
    sizeValue: {
      "zh-CN": "{gates}项资格，{questions}题",
      "zh-TW": "{gates}項資格，{questions}題",
      en: "{gates} eligibility, {questions} scored",
    },
    testSize: { "zh-CN": "{questions}题", "zh-TW": "{questions}題", en: "{questions}" },
    pass: { "zh-CN": "及格", "zh-TW": "及格", en: "Pass mark" },
    passValue: { "zh-CN": "{mark}分", "zh-TW": "{mark}分", en: "{mark} points" },
    from: { "zh-CN": "生效日", "zh-TW": "生效日", en: "In force from" },
    valid: { "zh-CN": "结果有效", "zh-TW": "結果有效", en: "Result holds" },
    months: { "zh-CN": "{months}个月", "zh-TW": "{months}個月", en: "{months} months" },
    age: { "zh-CN": "年龄", "zh-TW": "年齡", en: "Age" },
    ageValue: { "zh-CN": "{age}岁", "zh-TW": "{age}歲", en: "{age}" },
    ageFrom: { "zh-CN": "按档案的出生日期", "zh-TW": "按檔案的出生日期", en: "by the date of birth on file" },
    ageUnknown: {
      "zh-CN": "档案没有出生日期，按作答判断",
      "zh-TW": "檔案沒有出生日期，按作答判斷",
      en: "no date of birth on file; the answer counts",
    },
  },
  refusal: {
    open: {
      "zh-CN": "客户拒绝提供信息",
      "zh-TW": "客戶拒絕提供資訊",
      en: "The client refuses to give information",
    },
    title: { "zh-CN": "客户拒绝提供信息", "zh-TW": "客戶拒絕提供資訊", en: "The client refuses" },
    tell: {
      "zh-CN": "先把后果当面告诉客户，再记录：",
      "zh-TW": "先把後果當面告訴客戶，再記錄：",
      en: "Tell the client the consequence first, then record it:",
    },
    told: {
      "zh-CN":
        "不提供真实、完整的信息，我们就无法判断产品是否适合您：证券、基金、期货类产品和服务必须拒绝提供，理财、信托、保险产品也可以拒绝销售。",
      "zh-TW":
        "不提供真實、完整的資訊，我們就無法判斷產品是否適合您：證券、基金、期貨類產品和服務必須拒絕提供，理財、信託、保險產品也可以拒絕銷售。",
      en: "“Without true and complete information we cannot tell whether a product suits you. Securities, funds and futures must then be refused; wealth products, trusts and insurance may be refused too.”",
    },
    law: {
      "zh-CN": "《证券法》第88条；2025年第7号令 第10条",
      "zh-TW": "《證券法》第88條；2025年第7號令 第10條",
      en: "Securities Law Art. 88; Order 7 of 2025, Art. 10",
    },
    note: { "zh-CN": "客户拒绝了什么", "zh-TW": "客戶拒絕了什麼", en: "What was refused" },
    noteHelp: {
      "zh-CN": "如资产状况、投资经历，或整份问卷。",
      "zh-TW": "如資產狀況、投資經歷，或整份問卷。",
      en: "For example assets, experience, or the whole questionnaire.",
    },
    keep: { "zh-CN": "已告知后果，记录拒绝", "zh-TW": "已告知後果，記錄拒絕", en: "Consequence told: record it" },
    stands: {
      "zh-CN": "客户于 {day} 拒绝提供信息",
      "zh-TW": "客戶於 {day} 拒絕提供資訊",
      en: "The client refused information on {day}",
    },
    consequence: {
      "zh-CN": "已告知后果。证券、基金、期货类产品不得销售，理财、信托、保险产品可以拒绝销售。",
      "zh-TW": "已告知後果。證券、基金、期貨類產品不得銷售，理財、信託、保險產品可以拒絕銷售。",
      en: "The consequence was told. Securities, funds and futures must not be sold; wealth products, trusts and insurance may be refused.",
    },
    ends: {
      "zh-CN": "完成一次测评后，这条记录不再起作用，但仍然保留。",
      "zh-TW": "完成一次測評後，這條紀錄不再起作用，但仍然保留。",
      en: "A finished assessment ends it; the record stays.",
    },
  },
  limits: {
    title: { "zh-CN": "次数", "zh-TW": "次數", en: "How often" },
    today: { "zh-CN": "今天", "zh-TW": "今天", en: "Today" },
    year: { "zh-CN": "近12个月", "zh-TW": "近12個月", en: "In 12 months" },
    count: { "zh-CN": "{done} / {max}", "zh-TW": "{done} / {max}", en: "{done} / {max}" },
    law: { "zh-CN": "2025年第7号令 第29条", "zh-TW": "2025年第7號令 第29條", en: "Order 7 of 2025, Art. 29" },
    day: {
      "zh-CN": "今天已经测评{done}次，每天最多{max}次。{next} 起可以再做。",
      "zh-TW": "今天已經測評{done}次，每天最多{max}次。{next} 起可以再做。",
      en: "Assessed {done} times today; the limit is {max} a day. Possible again from {next}.",
    },
    months: {
      "zh-CN": "近12个月已经测评{done}次，最多{max}次。{next} 起可以再做。",
      "zh-TW": "近12個月已經測評{done}次，最多{max}次。{next} 起可以再做。",
      en: "Assessed {done} times in 12 months; the limit is {max}. Possible again from {next}.",
    },
    keeps: {
      "zh-CN": "现有等级不变。",
      "zh-TW": "現有等級不變。",
      en: "The present level stays.",
    },
  },

  meeting: {
    mister: { "zh-CN": "{name} 先生", "zh-TW": "{name} 先生", en: "{name}" },
    madam: { "zh-CN": "{name} 女士", "zh-TW": "{name} 女士", en: "{name}" },
    subject: {
      questionnaire: { "zh-CN": "风险承受能力测评", "zh-TW": "風險承受能力測評", en: "Risk assessment" },
      "knowledge-test": { "zh-CN": "投资知识测试", "zh-TW": "投資知識測驗", en: "Investment knowledge test" },
    },
    question: { "zh-CN": "第{n}题，共{of}题", "zh-TW": "第{n}題，共{of}題", en: "Question {n} of {of}" },
    gate: { "zh-CN": "资格{n}，共{of}项", "zh-TW": "資格{n}，共{of}項", en: "Eligibility {n} of {of}" },
    gates: { "zh-CN": "资格", "zh-TW": "資格", en: "Eligibility" },
    pause: { "zh-CN": "暂停", "zh-TW": "暫停", en: "Pause" },
    previous: { "zh-CN": "上一题", "zh-TW": "上一題", en: "Previous" },
    next: { "zh-CN": "下一题", "zh-TW": "下一題", en: "Next" },
    done: { "zh-CN": "改好了", "zh-TW": "改好了", en: "Done" },
    cancelEdit: { "zh-CN": "返回", "zh-TW": "返回", en: "Back" },
    hint: { "zh-CN": "{who}{how}", "zh-TW": "{who}{how}", en: "{who} {how}" },
    hintWho: {
      client: { "zh-CN": "请您本人作答。", "zh-TW": "請您本人作答。", en: "Please answer yourself." },
      guardian: { "zh-CN": "请监护人作答。", "zh-TW": "請監護人作答。", en: "The guardian answers." },
    },
    hintHow: {
      single: {
        "zh-CN": "按数字键 1 到 {n}，或直接点选。",
        "zh-TW": "按數字鍵 1 到 {n}，或直接點選。",
        en: "Press a key from 1 to {n}, or touch an answer.",
      },
      multiple: {
        "zh-CN": "可以选多项，再按一次取消。数字键 1 到 {n}，或直接点选。",
        "zh-TW": "可以選多項，再按一次取消。數字鍵 1 到 {n}，或直接點選。",
        en: "Choose as many as apply; press again to undo. Keys 1 to {n}, or touch.",
      },
      scale: {
        "zh-CN": "按数字键 {from} 到 {to}，或直接点选。",
        "zh-TW": "按數字鍵 {from} 到 {to}，或直接點選。",
        en: "Press {from} to {to}, or touch a step.",
      },
      number: {
        "zh-CN": "直接按数字键，或点屏幕上的数字。",
        "zh-TW": "直接按數字鍵，或點螢幕上的數字。",
        en: "Type the number, or touch the digits.",
      },
      text: {
        "zh-CN": "最多{max}字，写好后按 Enter。",
        "zh-TW": "最多{max}字，寫好後按 Enter。",
        en: "At most {max} characters; press Enter when done.",
      },
      matrix: {
        "zh-CN": "每一行选一项：数字键 1 到 {n}，↑ ↓ 换行，或直接点选。",
        "zh-TW": "每一列選一項：數字鍵 1 到 {n}，↑ ↓ 換列，或直接點選。",
        en: "One answer in each row: keys 1 to {n}, ↑ ↓ for the row, or touch.",
      },
    },
    count: { "zh-CN": "{n} / {max}", "zh-TW": "{n} / {max}", en: "{n} / {max}" },
    backspace: { "zh-CN": "删除一位", "zh-TW": "刪除一位", en: "Delete a digit" },
    minus: { "zh-CN": "正负号", "zh-TW": "正負號", en: "Change the sign" },
    point: { "zh-CN": "小数点", "zh-TW": "小數點", en: "Decimal point" },
    choose: {
      "zh-CN": "请先选一项，再到下一题",
      "zh-TW": "請先選一項，再到下一題",
      en: "Please choose an answer first",
    },
    progress: { "zh-CN": "答题进度", "zh-TW": "答題進度", en: "Progress" },
    blockDone: {
      "zh-CN": "{block}，答了{done}题，共{of}题",
      "zh-TW": "{block}，答了{done}題，共{of}題",
      en: "{block}: {done} of {of} answered",
    },
    kept: { "zh-CN": "作答已存下", "zh-TW": "作答已存下", en: "Answers saved" },
    notSaved: {
      "zh-CN": "最近的回答没有存下，先不要关闭。请叫理财师来看。",
      "zh-TW": "最近的回答沒有存下，先不要關閉。請叫理財師來看。",
      en: "The latest answers were not saved. Please keep this open and call the advisor.",
    },
  },
  /** What is to be done about an answer; the client reads it too. */
  fault: {
    row: { "zh-CN": "请为每一行各选一项", "zh-TW": "請為每一列各選一項", en: "Please choose an answer in each row" },
    text: { "zh-CN": "请先写几个字", "zh-TW": "請先寫幾個字", en: "Please write a few words first" },
    long: {
      "zh-CN": "最多{max}字，请写短一些",
      "zh-TW": "最多{max}字，請寫短一些",
      en: "At most {max} characters, please",
    },
    whole: {
      "zh-CN": "请填写{min}至{max}之间的整数",
      "zh-TW": "請填寫{min}至{max}之間的整數",
      en: "Please give a whole number from {min} to {max}",
    },
    number: {
      "zh-CN": "请填写{min}至{max}之间的数，最多两位小数",
      "zh-TW": "請填寫{min}至{max}之間的數，最多兩位小數",
      en: "Please give a number from {min} to {max}, with two decimals at most",
    },
  },
  paused: {
    title: { "zh-CN": "已暂停", "zh-TW": "已暫停", en: "Paused" },
    kept: {
      "zh-CN": "答过的{done}题都已存下。准备好了再继续。",
      "zh-TW": "答過的{done}題都已存下。準備好了再繼續。",
      en: "The {done} {done|answer|answers} given so far {done|is|are} saved. Continue when you are ready.",
    },
    resume: { "zh-CN": "继续作答", "zh-TW": "繼續作答", en: "Continue" },
    leave: { "zh-CN": "交还给理财师", "zh-TW": "交還給理財師", en: "Hand back to the advisor" },
  },
  leave: {
    title: { "zh-CN": "请理财师输入口令", "zh-TW": "請理財師輸入口令", en: "The advisor enters the passphrase" },
    why: {
      "zh-CN": "后面的页面有其他客户的资料，所以要先确认是您。",
      "zh-TW": "後面的頁面有其他客戶的資料，所以要先確認是您。",
      en: "Other clients' records lie behind this page, so it has to be you.",
    },
    passphrase: { "zh-CN": "口令", "zh-TW": "口令", en: "Passphrase" },
    open: { "zh-CN": "退出会面模式", "zh-TW": "退出會面模式", en: "Leave meeting mode" },
    openResult: { "zh-CN": "查看结果", "zh-TW": "查看結果", en: "See the result" },
    back: { "zh-CN": "返回作答", "zh-TW": "返回作答", en: "Back to the questions" },
    missing: { "zh-CN": "请输入口令", "zh-TW": "請輸入口令", en: "Enter the passphrase" },
  },
  check: {
    step: { "zh-CN": "核对回答", "zh-TW": "核對回答", en: "Please check" },
    title: {
      "zh-CN": "这两处回答合在一起，是实际情况吗？",
      "zh-TW": "這兩處回答合在一起，是實際情況嗎？",
      en: "Do these answers fit together?",
    },
    keep: { "zh-CN": "是实际情况，保持不变", "zh-TW": "是實際情況，保持不變", en: "Yes, keep them as they are" },
    change: { "zh-CN": "修改：{title}", "zh-TW": "修改：{title}", en: "Change: {title}" },
    now: { "zh-CN": "现在：{answer}", "zh-TW": "現在：{answer}", en: "Now: {answer}" },
    of: { "zh-CN": "还有{n}处", "zh-TW": "還有{n}處", en: "{n} to look at" },
    next: { "zh-CN": "确定", "zh-TW": "確定", en: "Confirm" },
    previous: { "zh-CN": "上一题", "zh-TW": "上一題", en: "Previous" },
    hint: {
      "zh-CN": "两种都可以，您的选择会留下记录。",
      "zh-TW": "兩種都可以，您的選擇會留下紀錄。",
      en: "Either is fine; your choice is recorded.",
    },
  },
  review: {
    title: { "zh-CN": "请再看一遍您的回答", "zh-TW": "請再看一遍您的回答", en: "Please look over your answers" },
    why: {
      "zh-CN": "有不对的可以修改。提交后就不能再改了。",
      "zh-TW": "有不對的可以修改。提交後就不能再改了。",
      en: "Change whatever is not right. After submitting, answers are final.",
    },
    change: { "zh-CN": "修改", "zh-TW": "修改", en: "Change" },
    changeOf: { "zh-CN": "修改“{title}”", "zh-TW": "修改「{title}」", en: "Change {title}" },
    submit: { "zh-CN": "确认并提交", "zh-TW": "確認並提交", en: "Confirm and submit" },
    step: { "zh-CN": "核对并提交", "zh-TW": "核對並提交", en: "Review" },
    saving: { "zh-CN": "正在保存", "zh-TW": "正在儲存", en: "Saving" },
  },
  change: {
    title: { "zh-CN": "您的等级与上次不同", "zh-TW": "您的等級與上次不同", en: "Your level differs from last time" },
    why: {
      "zh-CN": "按规定，等级有变化时要请您再确认一次。以后购买产品将按新的等级匹配。",
      "zh-TW": "按規定，等級有變化時要請您再確認一次。以後購買產品將按新的等級匹配。",
      en: "A changed level has to be confirmed once more. Products will be matched to the new one.",
    },
    law: {
      "zh-CN": "《金融机构产品适当性管理办法》第29条",
      "zh-TW": "《金融機構產品適當性管理辦法》第29條",
      en: "Measures for Product Suitability Management, Art. 29",
    },
    last: { "zh-CN": "上次，{day}", "zh-TW": "上次，{day}", en: "Last time, {day}" },
    now: { "zh-CN": "这次", "zh-TW": "這次", en: "This time" },
    confirm: { "zh-CN": "我已知道并确认", "zh-TW": "我已知道並確認", en: "I understand and confirm" },
    object: { "zh-CN": "有异议，先不提交", "zh-TW": "有異議，先不提交", en: "I disagree; do not submit" },
  },
  done: {
    title: {
      questionnaire: { "zh-CN": "测评完成，谢谢", "zh-TW": "測評完成，謝謝", en: "All done, thank you" },
      "knowledge-test": { "zh-CN": "测试完成，谢谢", "zh-TW": "測驗完成，謝謝", en: "All done, thank you" },
    },
    total: { "zh-CN": "{n}分", "zh-TW": "{n}分", en: "{n} points" },
    passed: { "zh-CN": "通过，{mark}分及格", "zh-TW": "通過，{mark}分及格", en: "Passed; {mark} are needed" },
    failed: {
      "zh-CN": "没有通过，{mark}分及格",
      "zh-TW": "沒有通過，{mark}分及格",
      en: "Not passed; {mark} are needed",
    },
    answers: { "zh-CN": "答案与解析", "zh-TW": "答案與解析", en: "Answers explained" },
    level: {
      "zh-CN": "您的风险承受能力等级",
      "zh-TW": "您的風險承受能力等級",
      en: "Your risk tolerance level",
    },
    until: { "zh-CN": "有效至 {day}", "zh-TW": "有效至 {day}", en: "Valid until {day}" },
    handBack: {
      "zh-CN": "请把电脑交还给理财师。",
      "zh-TW": "請把電腦交還給理財師。",
      en: "Please hand the computer back to the advisor.",
    },
    enter: {
      "zh-CN": "理财师输入口令，查看结果",
      "zh-TW": "理財師輸入口令，查看結果",
      en: "Advisor: enter the passphrase to see the result",
    },
  },

  paper: {
    title: { "zh-CN": "录入纸质问卷", "zh-TW": "輸入紙本問卷", en: "Paper entry" },
    fact: {
      "zh-CN": "{version}版，录入了{done}题，共{of}题",
      "zh-TW": "{version}版，輸入了{done}題，共{of}題",
      en: "Version {version}, {done} of {of} entered",
    },
    keys: {
      "zh-CN": "选择，单选后跳到下一题",
      "zh-TW": "選擇，單選後跳到下一題",
      en: "choose; single choices move on",
    },
    move: { "zh-CN": "换题", "zh-TW": "換題", en: "move" },
    commit: { "zh-CN": "提交", "zh-TW": "提交", en: "submit" },
    many: { "zh-CN": "多选", "zh-TW": "多選", en: "several" },
    submit: { "zh-CN": "提交测评", "zh-TW": "提交測評", en: "Submit" },
    leave: { "zh-CN": "先存着，以后再录", "zh-TW": "先存著，以後再輸入", en: "Keep for later" },
    missing: { "zh-CN": "这一题还没有录入", "zh-TW": "這一題還沒有輸入", en: "Not entered yet" },
    missingCount: {
      "zh-CN": "还有{n}处要补录或改正，第一处是“{title}”",
      "zh-TW": "還有{n}處要補上或改正，第一處是「{title}」",
      en: "{n} {n|entry|entries} missing or wrong, first “{title}”",
    },
    contradiction: { "zh-CN": "请客户核对：{reason}", "zh-TW": "請客戶核對：{reason}", en: "Ask the client: {reason}" },
    keep: { "zh-CN": "客户说保持不变", "zh-TW": "客戶說保持不變", en: "Client keeps it" },
    change: { "zh-CN": "改“{title}”", "zh-TW": "改「{title}」", en: "Change {title}" },
    openCount: {
      "zh-CN": "还有{n}处矛盾要请客户核对",
      "zh-TW": "還有{n}處矛盾要請客戶核對",
      en: "{n} {n|contradiction|contradictions} for the client to check",
    },
    original: {
      "zh-CN": "照纸面原样录入，原件请存档。",
      "zh-TW": "照紙面原樣輸入，原件請存檔。",
      en: "Copy the paper as it is, and file the original.",
    },
    saved: { "zh-CN": "草稿已自动保存", "zh-TW": "草稿已自動儲存", en: "Draft saved" },
    handOver: {
      "zh-CN": "等级有变化，请把屏幕转给客户确认。",
      "zh-TW": "等級有變化，請把螢幕轉給客戶確認。",
      en: "The level differs: turn the screen to the client to confirm.",
    },
  },
} satisfies Texts;
