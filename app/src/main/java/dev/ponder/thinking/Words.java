package dev.ponder.thinking;

import java.util.Set;

/** The words of the rules: English, German, Spanish, Chinese and Arabic, some French. */
final class Words {

    static final WordList ASKED_TO_THINK = WordList.anywhere("""
            think (?:very |really )?(?:hard|carefully|deeply|(?:it|this) through|twice|about (?:it|this) carefully)|
            reason (?:it |this )?(?:through|carefully)|(?:solve|work|go|think|explain|reason|show)\\b.{0,40}step[- ]by[- ]step|
            step[- ]by[- ]step(?! (?:guide|instructions?|recipe|tutorial|manual))|
            denk\\w* (?:\\w+ ){0,2}(?:genau|gut|gründlich|scharf|sorgfältig)|(?:gründlich|sorgfältig) nachdenken|schritt für schritt|
            piensa (?:\\w+ )?(?:bien|con cuidado|detenidamente)|razona|paso a paso|réfléchis (?:\\w+ )?bien|étape par étape""", """
            仔细(?:地)?(?:想|思考|考虑|分析)|认真(?:地)?(?:想|思考)|好好想|深入思考|一步一步|一步步|逐步|
            فكر (?:جيدا|مليا|بعناية|بعمق)|فكّر|خطوة (?:ب|ب)خطوة""");

    static final WordList ASKED_TO_BE_QUICK = WordList.anywhere("""
            without (?:any )?thinking|(?:do not|don'?t|no need to) (?:over)?think|no (?:thinking|reasoning)|
            (?:a )?quick (?:answer|reply|question)|answer (?:quickly|immediately|right away|at once|briefly)|off the top of your head|
            ohne (?:lange )?nachzudenken|ohne nachdenken|(?:kurze|schnelle) (?:antwort|frage)|antworte (?:sofort|kurz|schnell)|
            sin pensar|respuesta (?:rápida|corta|breve)|responde (?:rápido|ya|brevemente)""", """
            不用(?:思考|想|推理)|不要思考|快速回答|直接回答|马上回答|بدون تفكير|دون تفكير|أجب بسرعة|إجابة سريعة""");

    static final WordList COPY = WordList.first("""
            repeat (?:after me|exactly|this|the following)|echo|say exactly|
            (?:write|output|print|answer with|reply with|respond with|type) exactly|copy (?:this|the following|exactly)|
            wiederhol\\w* (?:genau|wörtlich|bitte)?|sag genau|repite|copia (?:esto|exactamente)|répète""", """
            (?:repeat|say)\\s*[:："“'‘「„«]|重复|复述|照抄|原样(?:输出|重复)|كرر|انسخ|أعد كتابة النص كما هو""");

    static final WordList GREETING = WordList.alone("""
            hi|hello|hey|hiya|howdy|greetings|there|again|everyone|all|good (?:morning|afternoon|evening|night|day)|
            thanks?|thank you|thx|that(?:'s| was| is)(?: (?:very|really|so|super))? (?:helpful|great|nice|perfect|all|it|kind|enough|good)|
            for (?:your|the|all your) help|very much|so much|a lot|cheers|great|perfect|nice|cool|awesome|wonderful|ok|okay|bye|goodbye|
            see you(?: later| soon| tomorrow)?|you'?re welcome|welcome|how are you(?: doing)?(?: today)?|how'?s it going|what'?s up|
            nice to meet you|who are you|what are you|are you (?:qwen|chatgpt|a robot|a bot|an ai|human|real|there)|
            what(?: is|'s) your name|what can you do|what do you do|how can you help(?: me)?|help(?: me)?|
            what model are you|who (?:made|created|built|trained) you|
            hallo|guten (?:morgen|tag|abend)|gute nacht|moin|servus|grüß (?:dich|gott)|danke(?: schön| sehr| dir)?|vielen dank|
            tschüss|auf wiedersehen|wie geht(?: es|'s|s)?(?: dir| ihnen)?|wer bist du|was kannst du|super|prima|alles klar|
            hola|buenos días|buenas (?:tardes|noches)|buenas|(?:muchas )?gracias|por (?:todo|tu ayuda|la ayuda)|adiós|hasta (?:luego|mañana)|qué tal|
            cómo estás|quién eres|qué puedes hacer|genial|vale|
            bonjour|bonsoir|salut|merci(?: beaucoup)?|au revoir|(?:comment )?ça va|comment allez-vous|qui es-tu|für (?:die|deine|alles) ?(?:hilfe)?|
            你好吗|你好|您好|嗨|哈喽|大家好|早上好|上午好|下午好|晚上好|晚安|早安|非常感谢|谢谢[你您]?|的帮助|多谢|再见|拜拜|你是谁|你叫什么(?:名字)?|
            你能做什么|你会什么|好的|太好了|在吗|呀|啊|吗|了|
            こんにちは|こんばんは|おはよう(?:ございます)?|ありがとう(?:ございます)?|はじめまして|नमस्ते|안녕하세요|감사합니다|
            привет|здравствуйте|спасибо|ciao|buongiorno|grazie|olá|obrigad[oa]|merhaba|teşekkürler|
            مرحبا(?: بك)?|مرحباً|أهلا(?: وسهلا)?|السلام عليكم|وعليكم السلام|صباح الخير|مساء الخير|شكرا(?: جزيلا)?|شكراً|
            مع السلامة|إلى اللقاء|كيف حالك|من أنت|ما اسمك|ماذا يمكنك أن تفعل""");

    static final WordList TRANSLATION = WordList.anywhere("""
            translat(?:e|ion)(?! (?:matrix|vector|symmetry))|how (?:do|would) (?:you|i|we) say|how to say|
            .{1,80} in (?:english|german|spanish|french|italian|chinese|mandarin|arabic|japanese|korean|russian|portuguese|
            hindi|turkish|dutch|latin|polish|swedish|greek|hebrew),?
             ?(?:please)?[.?!]*$|(?:was heißt|wie heißt) .{1,60} auf \\w+|
            übersetz\\w*|übersetzung|wie sagt man|
            traduc\\w*|traduz\\w*|cómo se dice|tradui\\w*|comment dit-on""", """
            翻译|译成|译为|(?:用|在)?(?:英文|英语|德语|法语|日语|西班牙语|中文|汉语|阿拉伯语)(?:里|中)?怎么(?:说|讲|写)|
            ترجم|ترجمة|كيف (?:تقول|نقول|أقول|يقال)""");

    static final WordList REWRITING = WordList.first("""
            (?:re-?write|rephrase|paraphrase|reword|proof-?read|shorten|summari[sz]e|sum up|condense|abridge|polish|simplify)|
            (?:correct|fix|check|improve) (?:the |my |this |these |any )?(?:grammar|spelling|typos?|punctuation|wording|style|
            english|german|text|sentences?|paragraphs?|e-?mail|letter|following text|following sentence)|
            make (?:this|it|the|my) .{0,40}(?:shorter|longer|more \\w+|formal|polite|friendl\\w+|concise|simpler|clearer|sound \\w+)|
            (?:give|write|make) (?:me )?a (?:short |brief |one-sentence )?summary|tl;?dr|
            (?:change|turn|convert|put) (?:this|the|it) .{0,40}(?:into|to) (?:the )?(?:past|present|future|passive|active|bullet)|
            (?:formulier\\w*|schreib\\w*) .{0,60}\\bum|umformulier\\w*|fass\\w* .{0,60}zusammen|zusammenfass\\w*|kürze|
            korrigier\\w*|verbesser\\w* (?:den|diesen|meinen|die|das) (?:text|satz|brief|stil|grammatik|deutsch)|
            reescrib\\w*|resum\\w*|corrige|acorta|parafrasea|mejora (?:este|el|la|mi) \\w+|résume\\w*|reformule\\w*|corrige""", """
            改写|改成更|润色|总结|概括|归纳|缩写|缩短|校对|修改(?:下面|以下|这)|简化(?:下面|以下|这)|纠正|
            لخص|لخّص|تلخيص|أعد صياغة|صحح|صحّح|اختصر|حسّن|حسن (?:هذا|النص)""");

    static final WordList FORMATTING = WordList.anywhere("""
            (?:as|in|into) (?:a |an |the )?(?:\\w+ )?(?:block ?quotes?|italics?|bold|markdown|bullet(?:ed)? (?:lists?|points?)|bullets|numbered list|
            headings?|code block|table|json|yaml|csv|latex|upper ?case|lower ?case|capital letters|inline|display (?:style|math))|
            (?:level \\d|markdown) (?:heading|link)|inline|(?:als|in) (?:eine[rm]? )?(?:tabelle|liste|fett|kursiv|großbuchstaben|stichpunkten?)|
            (?:como|en) (?:una )?(?:tabla|lista|negrita|cursiva|mayúsculas)""", """
            (?:用|以|成|做成|改成)(?:表格|列表|粗体|斜体|Markdown|JSON)|(?:في|على شكل) (?:جدول|قائمة)""");

    static final WordList ERRAND = WordList.first("""
            (?:set|start|cancel) (?:an? |two |\\w+ )?(?:\\d+[- ]minute )?(?:timers?|alarms?|reminders?)|timer|remind me|
            send \\S+(?: \\S+)? (?:an? |the )?(?:message|e-?mail|text)|tell \\p{Lu}\\p{L}+:|search (?:the web|the internet|my \\w+|for|online)|google|
            look up|find web pages|(?:open|read|show me the content of) (?:the )?(?:file )?\\S+\\.\\w{2,4}|play|turn (?:on|off)|
            (?:what|how)(?: is|'s) the (?:weather|temperature|forecast)|(?:weather|forecast) (?:in|for|today)|do i need an umbrella|is it (?:cold|warm|raining)|
            what (?:time|date|day)(?: is)?(?: it| today)|(?:what is|what's|tell me) the (?:current )?(?:time|date)(?: now| today| in \\p{L}+)?\\??$|
            stell\\w* (?:einen? )?(?:timer|wecker)|erinner\\w* mich|such\\w* (?:im internet|nach)|wie (?:ist|wird) das wetter|wie spät|
            pon (?:un )?(?:temporizador|alarma)|recuérdame|busca|qué (?:hora|tiempo)|quel temps|quelle heure""", """
            (?:今天|明天|现在|北京|上海).{0,6}(?:天气|几点|几号|星期几)|(?:设置|定)(?:一个|个)?.{0,8}(?:闹钟|计时器|提醒)|提醒我|搜索|几点了|
            ما (?:حالة )?الطقس|كيف الطقس|كم الساعة|ذكرني|ابحث عن""");

    static final WordList SPELLING = WordList.first("""
            spell(?: the word| out)?|how (?:do|would) you spell|how is .{1,30} spelled(?!.*backwards)|
            buchstabier\\w*|wie schreibt man|deletrea|cómo se (?:escribe|deletrea)""", "怎么拼写|拼写|تهجئة|تهجّ|كيف تكتب كلمة");

    static final WordList PROOF = WordList.anywhere("""
            prove|disprove|proof(?! ?-?read)|show that|(?:derive|derivation)|by (?:induction|contradiction)|q\\.?e\\.?d|
            beweis\\w*|zeige,? dass|leite\\b.{0,60}\\bher|herleitung|
            demuestr\\w*|demostra\\w*|prueba que|deduce|démontr\\w*|prouve\\w*""", """
            证明|推导|求证|أثبت|اثبت|برهن|برهان|إثبات|اشتق""");

    static final WordList LETTERS = WordList.anywhere("""
            how (?:many|often).{0,40}\\b(?:letters?|characters?|vowels?|consonants?|syllables?|words?)\\b.{0,80}|
            how (?:many|often)(?: times)?(?: (?:is|does|do|are))?(?: the)?(?: letters?)? ?["“'‘]?\\p{L}["”'’]?(?:'?s)?
             (?:are |is |occurs? |appears? )?(?:there )?in\\b|
            how (?:many times|often) .{0,60}(?:letter|["“'‘]\\p{L}["”'’])|
            count (?:the |all )?(?:letters?|characters?|vowels?|syllables?|words|occurrences)|how long is the word|
            (?:number|count) of (?:letters|characters|vowels|words|syllables)|
            backwards?|reverse (?:the )?(?:word|string|letters|order|sentence|text)|reverse \\p{L}+|
            in reverse|anagrams?|palindromes?|(?:second|third|fourth|fifth|nth|last|\\d+(?:st|nd|rd|th)) letter|
            wie (?:viele|oft).{0,60}(?:buchstaben?|zeichen|silben|vokale|wörter)|rückwärts|dreh\\w* .{0,40}wort|
            cuánt[ao]s (?:veces .{0,40}letra|letras|sílabas|vocales|palabras)|al revés|
            combien de (?:lettres|fois)|à l'envers""", """
            \\breverse ["“'‘„«]|(?:多少|几)个?(?:字母|汉字|字符|音节|笔画|单词|[a-zA-Z])|几画|倒(?:着|过来)(?:写|念|读|拼)?|反过来(?:写|拼)|
            كم (?:عدد )?(?:حرف|مرة|كلمة|مقطع)|عدد (?:الحروف|الأحرف|أحرف|حروف)|بالمقلوب|معكوس|اعكس""");

    static final WordList MATHS = WordList.anywhere("""
            calculate|compute|evaluate (?:the )?(?:expression|integral|sum|limit)|(?:solve|find) (?:for )?[xyz]\\b|solve|equations?|inequalit\\w+|
            integra(?:l|te)\\w*|derivative|differentiate|differential|gradient of|limit (?:of|as)|matri(?:x|ces)|determinant|eigen\\w+|
            probabilit\\w+|expected value|standard deviation|variance|permutations?|combinatorics|combinations? of|
            (?:in )?how many (?:\\w+ )?ways|logarithms?|square roots?|cube roots?|sqrt|quadratic|polynomials?|theorem|geometric|
            hypotenuse|perimeter|(?:surface )?area of|volume of|circumference|percent(?:age)? (?:of|is|change|increase|decrease)|
            \\d+(?:[.,]\\d+)? ?(?:%|percent|prozent|por ciento|pour cent) (?:of|von|vom|der|des|de|du|off)|estimate|
            prime(?: number)?s?(?! minister)|divisible|divisors?|factor(?:s of|ise|ize|isation|ization|ial)|gcd|lcm|remainder|modulo|
            (?:multipl(?:y|ied)|divided?|squared|cubed)(?: by)?|\\d+ (?:times|minus|plus|over|mal|durch|por|entre|menos|más|fois|moins) \\d+|
            subtract\\w*|difference (?:of|between) \\d+ and|product of|to the power of|compound interest|convert .{0,20}\\d.{0,20}(?:binary|hex\\w*|base|decimal|octal|roman)|
            berechne\\w*|rechne\\w*|ausrechnen|gleichung\\w*|löse\\b|ableitung|integral\\w*|wahrscheinlichkeit\\w*|primzahl\\w*|teilbar\\w*|
            wurzel|prozent von|mal genommen|geteilt durch|flächeninhalt|umfang|zinsen|
            calcula\\w*|resuelve|ecuaci\\w+|derivada|probabilidad\\w*|(?:número )?primo|divisible|raíz (?:cuadrada|cúbica)|por ciento de|
            multiplica\\w*|dividido|área de|calcule\\w*|résous|équation\\w*|dérivée|intégrale|probabilité|nombre premier|racine""", """
            计算|求解|解方程|方程|求(?:出|值|和|导|积分|极限|面积|体积|概率)|积分|导数|微分|极限|矩阵|行列式|概率|期望值|方差|排列|组合数|
            质数|素数|因数|约数|倍数|整除|余数|平方根|立方根|平方|对数|百分之|面积|体积|周长|乘以|除以|等于(?:多少|几)|
            احسب|حساب|معادلة|حل المعادلة|تكامل|مشتق|تفاضل|احتمال|مصفوفة|عدد أولي|أولي|قاسم|باقي القسمة|الجذر|جذر|مساحة|حجم|محيط|مضروب|ضرب|
            بالمئة من|يساوي|[∫∑∏√≤≥≠∞∂∇]""");

    static final WordList LOGIC = WordList.anywhere("""
            puzzle|riddle|brain ?teaser|logic(?:al|ally)?(?! gates? company)|paradox|syllogism|deduc\\w+|infer(?:red|ence)? (?:from|that)|
            knights? and knaves?|(?:always|never) (?:lies?|tells? the truth)|liars?|truth-?tellers?|
            if (?:all|every|some|no) \\w+ (?:is|are|can|have)|exactly (?:one|two|three) of|who (?:is|was) (?:lying|guilty|the (?:oldest|youngest|
            tallest|shortest|murderer|thief))|what comes next|next (?:number|term|letter) in|sequence|counterfactual|contradict\\w*|
            is it (?:valid|possible|consistent) (?:that|to conclude)|(?:argument|reasoning|inference|conclusion) (?:is |be )?(?:valid|sound|follows?)|
            who (?:owns|lives in|sits|finished|is married)|monty hall|prisoner'?s dilemma|wolf,? (?:the )?goat|sudoku|chess (?:move|position)|
            rätsel|knobel\\w*|logik\\w*|logisch\\w*|lügner|wer (?:lügt|ist (?:der|die) (?:älteste|jüngste|größte|täter\\w*))|wenn alle|schlussfolger\\w*|
            acertijo|adivinanza|rompecabezas|lógic\\w+|mentiroso|quién miente|si todos|paradoja|secuencia|énigme|devinette|logique""", """
            谜题|谜语|逻辑|推理|悖论|如果所有|谁(?:在)?(?:说谎|撒谎|是凶手|最(?:大|小|高|矮))|说真话|说假话|下一个(?:数|数字)|规律|数独|脑筋急转弯|
            لغز|أحجية|منطق|استنتج|استنتاج|إذا كان كل|من الكاذب|يكذب|مفارقة|التالي في (?:السلسلة|المتتالية)""");

    static final WordList CODE = WordList.anywhere("""
            debug\\w*|bugs?|stack ?trace|traceback|(?:null ?pointer|runtime|syntax|type|index|key|segmentation)[ -]?(?:error|exception|fault)|exceptions?|
            refactor\\w*|algorithms?|(?:time|space) complexity|big[- ]?o|unit tests?|reg(?:ular )?ex(?:pressions?|es|p)?|leetcode|
            (?:write|implement|create|build|code|make|give|show) (?:me |us )?(?:a|an|the|some) (?:\\S+ ){0,3}(?:function|program|script|class|method|
            query|loop|api|component|parser|bot|macro|module|app|game|code|snippet|makefile|dockerfile)|implement\\w*|
            (?:this|following) (?:code|function|script|program|query|snippet|loop|class)|
            my (?:code|function|script|program|query|loop|class) \\w+|source code|codebase|compil(?:e|er|ation) errors?|
            design (?:a|an|the|my) (?:\\S+ ){0,3}(?:schema|database|api|architecture|class|interface|system)|
            react (?:component|hooks?|app|state)\\w*|node\\.?js|django|pytorch|numpy|pandas|
            segfaults?|race conditions?|deadlocks?|memory leaks?|recursion|recursive|data structures?|linked lists?|binary (?:tree|search)|hash ?map|
            fizz ?buzz|hello world|quick ?sort|multi-?thread\\w*|async\\w*|
            (?:in|using|with) (?:python|java|javascript|typescript|rust|go|golang|kotlin|swift|ruby|php|perl|haskell|scala|sql|bash|c)\\b|
            c\\+\\+|c#|python|javascript|typescript|golang|sql|postgres\\w*|html|css|dockerfile|kubernetes|git (?:rebase|merge|reset|commit)|
            (?:schreib\\w*|programmier\\w*|implementier\\w*) .{0,40}(?:funktion|programm|skript|klasse|schleife|abfrage)|programmier\\w*|
            quellcode|algorithmus|fehler (?:im|in meinem|in diesem) (?:code|programm|skript)|
            (?:escrib\\w*|implementa|crea) .{0,40}(?:función|programa|script|clase|consulta|bucle)|código|algoritmo\\w*|depura\\w*|
            (?:écris|programme|code) .{0,30}(?:fonction|programme|script|classe)|algorithme""", """
            python|javascript|c\\+\\+|代码|编程|程序|写(?:一)?个?.{0,12}(?:函数|脚本|类|循环|查询)|算法|报错|调试|正则|时间复杂度|数据结构|递归|
            كود|الكود|برمج|برنامج|دالة|خوارزمي|سكربت|خطأ برمجي""");

    static final WordList PLANNING = WordList.anywhere("""
            (?:make|create|draw up|write|design|develop|outline|prepare|need|want|build|give) (?:me |us )?(?:a|an|my|our|the) (?:\\S+ ){0,4}
            (?:plan|schedule|itinerary|roadmap|strategy|timetable|agenda|syllabus|curriculum|workflow|budget)|
            plan (?:a|an|my|our|the|out|for|how)|(?:itinerary|roadmap|timetable)|(?:study|meal|training|workout|business|project|travel|trip|migration|
            marketing|lesson|rollout) (?:plan|schedule)|schedul(?:e|ing) (?:a|my|the|our|\\d)|strateg(?:y|ies) (?:for|to)|prioriti[sz]e|
            how (?:should|would|do|can) (?:i|we|you) (?:approach|structure|organi[sz]e|plan|design|prepare|architect)|optimi[sz]e|
            plane\\b|planung|(?:zeit|reise|lern|trainings|ernährungs|projekt|finanz)plan|(?:erstell\\w*|mach\\w*) .{0,30}plan|strategie|
            planific\\w*|plan de|itinerario|organiza (?:un|mi|una)|cronograma|estrategia|planifie\\w*|un plan""", """
            (?:制定|做|写|设计|安排|给我).{0,10}(?:计划|规划|方案|行程|日程|路线|策略|预算)|规划|行程|日程|学习计划|旅行计划|优化|
            خطط|خطّط|خطة|ضع .{0,12}جدول|جدولا|جدول زمني|استراتيجية|برنامج رحلة""");

    static final WordList COMPARISON = WordList.anywhere("""
            compar(?:e|ed|ing|ison|isons)|contrast|versus|vs\\.?|pros (?:and|&) cons|trade-?offs?|advantages|disadvantages|
            which (?:one |of (?:them|these|those|the two) )?(?:is|are|would be|should|do|has|runs) .{0,40}(?:better|best|cheaper|faster|safer|
            larger|bigger|smaller|heavier|stronger|more|most|worse|choose|buy|use|pick|prefer)|
            (?:should|shall) (?:i|we) (?:\\w+ ){1,4}or \\w+|(?:should|shall) (?:i|we) (?:choose|buy|use|take|pick|go with|rent|learn|prefer|switch)|differences? between|different from|
            better (?:than|or)|(?:is|are) .{1,60} (?:better|bigger|larger|cheaper|faster|heavier|greater|smaller) than|
            vergleich\\w*|unterschiede?|vor- und nachteile|besser als|was ist besser|welche[rs]? .{0,40}(?:besser|günstiger|schneller|größer)|soll(?:te)? ich|
            compar\\w+|diferencias?|ventajas|desventajas|cuál es mejor|mejor que|différences?|avantages|inconvénients""", """
            比较|对比|区别|差别|不同之处|有什么不同|优缺点|利弊|哪个(?:更|比较)?(?:好|大|快|便宜|划算|适合|合适)|哪种更|应该选|
            قارن|مقارنة|الفرق بين|أيهما|مزايا وعيوب|إيجابيات|أفضل من""");

    static final WordList RECALL = WordList.anywhere("""
            what(?: is|'s| was) my(?: \\w+){1,3}\\?*$|how (?:am i|is my \\w+) called|who am i|where (?:am i|do i) (?:from|live|work)|what do i (?:do|like)|which .{1,30} did i|
            (?:do you )?remember|(?:did|have) i (?:ever )?(?:told?|say|said|mention\\w*|tell)|what did (?:i|we|you) (?:say|talk|discuss|call|ask)|
            (?:i|you|we) (?:said|told|mentioned|asked) (?:earlier|before)|my (?:first|last|previous) (?:question|message)|
            wie heiße ich|wie ist mein|was ist mein\\w*|wo (?:wohne|arbeite) ich|erinnerst du dich|was habe ich (?:gesagt|dir)|habe ich dir|
            cómo me llamo|cuál es mi|dónde vivo|recuerdas|te dije|qué (?:te )?dije|comment je m'appelle|quel est mon|tu te souviens""", """
            我(?:叫|的名字).{0,4}什么|我的.{0,12}(?:是什么|是谁|在哪|是多少)|你(?:还)?记得|我(?:刚才|之前)说|ما اسمي|هل تتذكر|ماذا قلت|ما هو .{0,12}ي\\?""");

    static final WordList WRITING = WordList.first("""
            (?:i (?:need|want)|(?:write|tell|compose|draft|give|create|make|sing|invent|suggest|come up with)(?: me| us)?)(?: \\S+){0,5}?
             (?:story|stories|tale|poems?|haikus?|jokes?|songs?|lyrics|limericks?|letters?(?! in)|e-?mails?|messages?|tweets?|captions?|titles?|
            headlines?|slogans?|toasts?|invitations?|greetings?|names? for|birthday \\w+|thank[- ]you \\w+|cover letter|description|bio|paragraphs?|essays?|
            blog posts?|post|review|speech)|
            (?:a|an|one|another) (?:(?:very )?(?:short|funny|long|sad|nice) )?(?:story|tale|poem|haiku|joke|song|limerick|title)|
            (?:schreib\\w*|erzähl\\w*|verfass\\w*|gib) .{0,50}(?:geschichte|gedicht|witz|lied|brief|e-?mail|nachricht|titel|märchen|absatz|einladung)|
            (?:escrib\\w*|cuéntame|cuenta|redacta|dame) .{0,50}(?:cuento|historia|poema|chiste|canción|carta|correo|mensaje|título|párrafo)|
            (?:écris|raconte|rédige)\\S* .{0,50}(?:histoire|poème|blague|lettre|e-?mail|message|titre)""", """
            (?:写|讲|编|来|说|起草|作)(?:一|个|首|封|篇|段|则|给我|给|我)*.{0,12}(?:诗|故事|笑话|信|邮件|短信|歌词|作文|文案|标题|祝福|文章)|
            (?:اكتب|احك|اروِ|أخبرني|ألف|قل) .{0,20}(?:قصة|قصيدة|نكتة|رسالة|بريد|عنوان|أغنية)""");

    static final WordList LISTING = WordList.first("""
            list|write the (?:first \\d+|alphabet|numbers)|name (?:some|a few|\\d+|two|three|four|five|six|seven|eight|nine|ten)|count (?:from|to|down|up)|enumerate|
            (?:give|show|write|make|create)(?: me)?(?: a| an| the)?(?: \\w+){0,2} (?:list|table)|(?:a|the) (?:list|table) of|
            (?:give|show|tell) me .{0,40}(?:formula|law|example)s?|
            give me (?:\\d+|two|three|four|five|six|seven|eight|nine|ten) \\p{L}+|
            (?:zähl\\w*|nenne|liste)|(?:cuenta (?:de|hasta)|enumera|nombra|haz una (?:lista|tabla))|(?:compte|énumère|liste)""", """
            列(?:出|举)|数(?:从|到)|从.{1,6}数到|举(?:例|几个)|عد من|عدّد|اذكر|قائمة""");

    /** Too common to tell that a tool is meant. */
    static final Set<String> COMMON = Set.of(
            "about",
            "available",
            "between",
            "content",
            "current",
            "data",
            "describe",
            "evaluate",
            "exactly",
            "find",
            "from",
            "function",
            "given",
            "here",
            "into",
            "item",
            "leave",
            "list",
            "local",
            "make",
            "many",
            "name",
            "names",
            "number",
            "optional",
            "page",
            "pages",
            "parameter",
            "people",
            "person",
            "piece",
            "pieces",
            "place",
            "query",
            "return",
            "returns",
            "short",
            "show",
            "some",
            "such",
            "system",
            "take",
            "takes",
            "tell",
            "text",
            "that",
            "their",
            "this",
            "title",
            "tool",
            "user",
            "users",
            "uses",
            "value",
            "what",
            "when",
            "where",
            "which",
            "with",
            "word",
            "words",
            "write",
            "your");

    private Words() {}
}
