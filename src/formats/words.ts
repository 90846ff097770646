/**
 * The words by which authors name the parts of a comparison, by language, as parts of regular expressions. Leaves what
 * they are compared with to `labels.ts`.
 */

/** What a column, or a passage with a label, holds. */
export type Role =
  | 'product'
  | 'rank'
  | 'award'
  | 'bestFor'
  | 'brand'
  | 'image'
  | 'link'
  | 'pros'
  | 'cons'
  | 'prosCons'
  | 'summary'
  | 'verdict'
  | 'overall'
  | 'criterion'
  | 'weight'
  | 'weighted'
  | 'description'
  | 'specs'
  | 'sources'
  | 'disclosure'
  | 'author'
  | 'updated';

type Words = { readonly [language in 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'ja' | 'ar']?: string };

/** Whole labels of each role; what comes first has the first word. */
export const roleWords: readonly (readonly [Role, Words])[] = [
  [
    'product',
    {
      en: 'products?|product name|names?|models?|items?|options?|tools?|services?|providers?|plans?|(?:our )?picks?|supplements?',
      de: 'produkte?|produktname|modelle?|anbieter|artikel|bezeichnung',
      fr: 'produits?|nom(?: du produit)?|modèles?|fournisseurs?',
      es: 'productos?|nombre(?: del producto)?|modelos?|proveedor(?:es)?',
      it: 'prodott[oi]|nome(?: del prodotto)?|modell[oi]|fornitor[ei]',
      pt: 'produtos?|nome(?: do produto)?|modelos?|fornecedor(?:es)?',
      ja: '商品名?|製品名?|品名|機種名?|モデル名?|サービス名?',
      ar: 'المنتجات?|اسم المنتج|الاسم|الموديل|الطراز|الجهاز',
    },
  ],
  [
    'rank',
    {
      en: '#|ranks?|ranking|no\\.?|nr\\.?|pos\\.?|position',
      de: 'platz|rang',
      fr: 'classement|n°|nº',
      es: 'puesto|posición',
      it: 'posizione|posto',
      pt: 'posição|lugar',
      ja: '順位|ランキング',
      ar: 'الترتيب|المركز',
    },
  ],
  [
    'award',
    {
      en: 'awards?|badge|title|our pick|category winner',
      de: 'auszeichnung|urteil',
      fr: 'distinction|récompense|mention',
      es: 'premio|distinción',
      it: 'premio|riconoscimento',
      pt: 'prêmio|prémio|distinção',
      ja: '受賞|部門賞?',
      ar: 'الجائزة|اللقب',
    },
  ],
  [
    'bestFor',
    {
      en: "(?:it is |it’s |it's )?(?:best|ideal|good|great|recommended|suited) for|who it.?s for",
      de: 'geeignet für|ideal für|am besten für|empfohlen für',
      fr: '(?:idéale?|parfaite?|recommandée?|meilleure?|adaptée?) (?:pour|à)|pour qui',
      es: '(?:ideal|recomendad[oa]|mejor|perfect[oa]) para|para quién(?: es)?',
      it: '(?:ideale|consigliat[oa]|migliore|perfett[oa]|adatt[oa]) (?:per|a)|per chi(?: è)?',
      pt: '(?:ideal|recomendad[oa]|melhor|perfeit[oa]|indicad[oa]) para|para quem(?: é)?',
      ja: '(?:こんな)?(?:おすすめの?人|人におすすめ)|向いている人|おすすめの用途',
      ar: 'الأفضل لـ?|مناسب لـ?|الأنسب لـ?|لمن يناسب',
    },
  ],
  [
    'brand',
    {
      en: 'brands?|makers?|manufacturers?',
      de: 'hersteller|marke',
      fr: 'marques?|fabricant|constructeur',
      es: 'marca|fabricante',
      it: 'marca|marchio|produttore',
      pt: 'marca|fabricante',
      ja: 'メーカー名?|ブランド名?',
      ar: 'الماركة|العلامة التجارية|الشركة(?: المصنعة)?',
    },
  ],
  [
    'image',
    {
      en: 'images?|photos?|pictures?',
      de: 'bild|foto',
      fr: 'visuel',
      es: 'imagen',
      it: 'immagine',
      pt: 'imagem',
      ja: '画像|写真',
      ar: 'الصورة|صورة',
    },
  ],
  [
    'link',
    {
      en: 'links?|buy|buy now|shop|where to buy|check (?:the )?price|see (?:the )?price|deals?|order',
      de: 'zum shop|kaufen|angebote?|zum angebot',
      fr: 'liens?|acheter|où acheter|voir (?:le prix|l.offre)|offres?',
      es: 'enlaces?|comprar|dónde comprar|ver (?:precio|oferta)|ofertas?',
      it: 'acquista|dove (?:comprare|acquistare)|vedi (?:prezzo|offerta)|offert[ae]',
      pt: 'comprar|onde comprar|ver (?:preço|oferta)|ofertas?',
      ja: '購入|リンク|販売サイト|公式サイト|詳細を見る',
      ar: 'الرابط|رابط الشراء|شراء|اشتر الآن',
    },
  ],
  [
    'pros',
    {
      en: "pros?|the pros|the good|good|likes|we like(?:d)?|what we (?:really )?(?:like|liked|love|loved)(?: about it)?|what i (?:like|liked|love|loved)|what(?:’|')?s good|reasons to buy|reasons for|advantages?|upsides?|strengths?|highs",
      de: 'vorteile?|das (?:gefällt|hat) uns(?: gut)?(?: gefallen)?|was uns (?:gut )?(?:gefällt|gefallen hat)|plus|stärken|pluspunkte|positiv',
      fr: '(?:les )?(?:plus|pour|points? (?:forts?|positifs?)|avantages?|atouts?)|on aime(?: bien)?|ce (?:qu.on|que (?:nous|j.)) ?(?:aim(?:e|ons)|avons aimé|ai aimé)(?: bien)?',
      es: '(?:los )?pros|lo (?:mejor|bueno)|(?:las )?ventajas?|puntos? (?:fuertes?|positivos?|a favor)|a favor|lo que (?:más )?(?:nos|me) (?:gusta|gustó|ha gustado)',
      it: '(?:i )?(?:pro|pregi|vantaggi(?:o)?|punti? (?:di forza|forti|a favore|positivi))|cosa (?:ci|mi) (?:piace|è piaciuto)',
      pt: '(?:os )?pr[óo]s?|(?:as )?vantagens|pontos? (?:fortes?|positivos?)|a favor|o que (?:gostamos|gostei|é bom)',
      ja: 'メリット|長所|良い(?:点|ところ|口コミ)|よかった点|良かった点',
      ar: 'المميزات|المزايا|الإيجابيات|ما أعجبنا|نقاط القوة',
    },
  ],
  [
    'cons',
    {
      en: 'cons?|the cons|the bad|the not so good|bad|dislikes|we (?:don.?t|didn.?t|dislike(?:d)?)(?: like)?|what (?:we|i) (?:don.?t|didn.?t|do not|did not)(?: (?:like|love))?(?: about it)?|what we dislike|what could be better|what.?s (?:bad|not so good)|reasons to (?:avoid|skip)|reasons against|drawbacks?|disadvantages?|downsides?|weaknesses|lows|flaws but not dealbreakers',
      de: 'nachteile?|was uns (?:nicht|weniger) (?:gefällt|gefallen hat)|minus|schwächen|minuspunkte|negativ',
      fr: '(?:les )?(?:moins|contre|points? (?:faibles?|négatifs?)|inconvénients?|défauts?)|on aime moins|on regrette|ce (?:qu.on|que (?:nous|j.)) ?(?:n.aim(?:e|ons) pas|aim(?:e|ons) moins)',
      es: '(?:los )?contras?|lo (?:peor|malo)|(?:las )?desventajas?|inconvenientes?|puntos? (?:débiles?|negativos?|en contra)|en contra|lo que (?:no|menos) (?:nos|me) (?:gusta|gustó|ha gustado)',
      it: '(?:i )?(?:contro|difetti|svantaggi(?:o)?|punti? (?:deboli|di debolezza|a sfavore|negativi))|cosa non (?:ci|mi) (?:piace|è piaciuto)',
      pt: '(?:os )?contras?|(?:as )?desvantagens|pontos? (?:fracos?|negativos?)|o que não (?:gostamos|gostei|é bom)',
      ja: 'デメリット|短所|悪い(?:点|ところ|口コミ)|気になる(?:点|口コミ)|残念な点',
      ar: 'العيوب|السلبيات|ما لم يعجبنا|نقاط الضعف',
    },
  ],
  [
    'prosCons',
    {
      en: 'pros (?:and|&|\\+|/) cons|the good and the bad',
      de: 'vor-? ?und nachteile',
      fr: 'avantages et inconvénients|points forts et (?:points )?faibles|les plus et les moins|pour et contre',
      es: 'ventajas y (?:desventajas|inconvenientes)|pros y contras',
      it: 'pro e contro|vantaggi e svantaggi|pregi e difetti',
      pt: 'prós e contras|vantagens e desvantagens',
      ja: 'メリット.?デメリット',
      ar: '(?:المميزات|المزايا) والعيوب|الإيجابيات والسلبيات',
    },
  ],
  [
    'summary',
    {
      en: 'summary|overview|in short',
      de: 'kurz gesagt|zusammenfassung|überblick',
      fr: 'résumé|en bref|aperçu|présentation',
      es: 'resumen|en resumen|en pocas palabras',
      it: 'riassunto|in breve|panoramica',
      pt: 'resumo|em resumo|visão geral',
      ja: '概要|要約',
      ar: 'الملخص|باختصار|نبذة',
    },
  ],
  [
    'verdict',
    {
      en: '(?:our |the )?(?:final )?verdict|(?:the )?bottom line|our take|(?:our |the )?conclusions?',
      de: 'fazit|unser (?:fazit|urteil)',
      fr: '(?:notre |le )?(?:verdict|avis)(?: final)?|en conclusion',
      es: '(?:nuestro |el )?veredicto(?: final)?|(?:nuestra )?(?:opinión|conclusión)(?: final)?',
      it: '(?:il )?(?:nostro )?(?:verdetto|giudizio|parere)(?: finale)?|conclusion[ei]|in conclusione',
      pt: '(?:nosso |o )?veredi?c?to(?: final)?|(?:nossa )?(?:opinião|conclusão)(?: final)?',
      ja: '結論|総評',
      ar: 'الخلاصة|الحكم(?: النهائي)?|رأينا',
    },
  ],
  [
    'weighted',
    {
      en: 'weighted(?: (?:score|points|contribution))?|contribution|score × weight',
      de: 'gewichtet(?:e)?(?: (?:score|points|note|punkte))?|beitrag',
      fr: '(?:(?:note|score|points?|valeur) )?pondérée?s?',
      es: '(?:(?:nota|puntuación|puntos|valor) )?ponderad[oa]s?',
      it: '(?:(?:voto|punteggio|punti|valore) )?ponderat[oiae]',
      pt: '(?:(?:nota|pontuação|pontos|valor) )?ponderad[oa]s?',
      ja: '加重(?:点|スコア|得点)?',
      ar: '(?:الدرجة )?الموزونة?',
    },
  ],
  [
    'weight',
    {
      en: 'weights?|weighting|weight \\(%\\)',
      de: 'gewicht(?:ung)?|anteil',
      fr: 'poids|pondération|coefficient|coeff?\\.?',
      es: 'peso|ponderación',
      it: 'peso|ponderazione',
      pt: 'peso|ponderação',
      ja: '重み|配点|比重|ウェイト',
      ar: 'الوزن(?: النسبي)?',
    },
  ],
  [
    'overall',
    {
      en: '(?!.*\\b(?:amazon|google|users?|customers?|readers?|trustpilot|kunden|nutzer)\\b)(?:.*\\b)?(?:score|rating|composite|wertung|bewertung|gesamt(?:note|wertung|ergebnis|bewertung)?|endnote)s?|overall|total|points|final|grade|stars|our (?:rating|score|grade)',
      de: 'punkte|note',
      fr: '(?:notre |la )?(?:note|évaluation|appréciation|score)s?(?: (?:globale?|finale?|générale?|totale?|sur \\d+))?',
      es: '(?:nuestra |la )?(?:puntuación|puntaje|calificación|valoración|nota)(?: (?:global|final|general|total|media))?',
      it: '(?:(?:il )?nostro |la nostra |il )?(?:voto|punteggio|valutazione|giudizio)(?: (?:globale|finale|generale|totale|complessiv[oa]))?',
      pt: '(?:nossa |a )?(?:nota|pontuação|avaliação|classificação)(?: (?:global|final|geral|total))?',
      ja: '(?:総合)?(?:評価|スコア|点数?|得点|評点)|総合',
      ar: '(?:تقييمنا|التقييم|الدرجة|النتيجة|النقاط)(?: (?:النهائية?|العامة?|الإجمالية?|الكلية?))?',
    },
  ],
  [
    'criterion',
    {
      en: 'criteri(?:on|a)|categor(?:y|ies)|factors?|metrics?|aspects?|area|what we tested',
      de: 'kriteri(?:um|en)|kategorie|bereich',
      fr: 'critères?|catégories?',
      es: 'criterios?|categorías?|aspectos?',
      it: 'criteri(?:o)?|categori[ae]|aspett[oi]',
      pt: 'critérios?|categorias?',
      ja: '評価項目|評価基準|項目|基準',
      ar: 'المعيار|المعايير|الفئة',
    },
  ],
  [
    'description',
    {
      en: 'descriptions?|what it means|what we (?:look|looked) (?:at|for)|details?|notes?|why',
      de: 'beschreibung|erläuterung',
      fr: 'détails?|remarques?|pourquoi',
      es: 'descripci(?:ón|ones)|detalles?|notas|por qué',
      it: 'descrizion[ei]|dettagli(?:o)?|perché',
      pt: 'descriç(?:ão|ões)|detalhes?|por quê',
      ja: '説明|内容|詳細',
      ar: 'الوصف|التفاصيل',
    },
  ],
  [
    'specs',
    {
      en: '(?:key |main |technical |tech |quick |full )?(?:specs?|specifications?|facts|details|data)|at a glance|(?:key )?features at a glance',
      de: 'technische daten|eckdaten|auf einen blick|daten',
      fr: '(?:les )?(?:principales )?caractéristiques(?: (?:techniques|principales))?|fiche technique|spécifications(?: techniques)?|en un coup d.(?:œ|oe)il',
      es: '(?:principales )?(?:características|especificaciones)(?: (?:técnicas|principales))?|ficha técnica|de un vistazo',
      it: '(?:principali )?(?:caratteristiche|specifiche)(?: (?:tecniche|principali))?|scheda tecnica|in sintesi',
      pt: '(?:principais )?(?:características|especificações)(?: (?:técnicas|principais))?|ficha técnica',
      ja: '(?:主な)?(?:スペック|仕様|基本情報)',
      ar: '(?:أهم )?المواصفات(?: (?:التقنية|الفنية|الرئيسية))?',
    },
  ],
  [
    'sources',
    {
      en: 'sources?|references?|studies|citations?',
      de: 'quellen|belege',
      fr: 'références?|études?',
      es: 'fuentes?|referencias?|estudios?',
      it: 'font[ei]|riferiment[io]|stud[io]',
      pt: 'fontes?|referências?|estudos?',
      ja: '出典|参考文献',
      ar: 'المصادر|المراجع',
    },
  ],
  [
    'disclosure',
    {
      en: '(?:affiliate |our |full )?disclosure|disclaimer',
      de: 'transparenzhinweis|werbehinweis|hinweis|anzeige',
      fr: 'transparence|publicité|affiliation|liens? affiliés?',
      es: 'transparencia|publicidad|aviso(?: de (?:afiliados|transparencia))?',
      it: 'trasparenza|pubblicità|avviso(?: di affiliazione)?',
      pt: 'transparência|publicidade|aviso(?: de afiliados)?',
      ja: '広告|免責事項|アフィリエイト.*',
      ar: 'إفصاح|تنويه|إخلاء مسؤولية',
    },
  ],
  [
    'author',
    {
      en: 'authors?|by|written by|reviewed by|tested by',
      de: 'autor(?:in)?|von',
      fr: 'auteure?|par|(?:rédigé|écrit|testé) par',
      es: 'autora?|por|(?:escrito|redactado|probado) por',
      it: 'autore|autrice|di|a cura di|(?:scritto|testato) da',
      pt: '(?:escrito|testado) por',
      ja: '著者|執筆者?|筆者|ライター',
      ar: 'الكاتبة?|بقلم|المؤلفة?',
    },
  ],
  [
    'updated',
    {
      en: '(?:last )?(?:updated|modified|reviewed|edited)(?: on)?|(?:publication )?date|published(?: on)?',
      de: 'aktualisiert(?: am)?|stand|zuletzt aktualisiert(?: am)?|datum',
      fr: '(?:dernière )?mise à jour(?: le)?|mis à jour(?: le)?|publié(?: le)?',
      es: '(?:última )?actualización|actualizado(?: el)?|publicado(?: el)?|fecha',
      it: '(?:ultimo )?aggiornamento|aggiornato(?: (?:al|il))?|pubblicato(?: il)?|data',
      pt: '(?:última )?atualização|atualizado(?: em)?|publicado(?: em)?',
      ja: '(?:最終)?更新日時?|最終更新|公開日|掲載日',
      ar: '(?:آخر )?تحديث|تاريخ (?:التحديث|النشر)',
    },
  ],
];

/** What stands over the names of specs, in a table that has the products as columns. */
export const featureWords: Words = {
  en: 'features?|specs?|specifications?|criteri(?:on|a)|categor(?:y|ies)|attributes?|propert(?:y|ies)|details?|compar(?:e|ison)|what|aspects?|factors?',
  de: 'merkmale?|eigenschaft(?:en)?|kriteri(?:um|en)|vergleich',
  fr: 'caractéristiques?|critères?|comparaison|comparatif',
  es: 'características?|criterios?|comparación|comparativa',
  it: 'caratteristic(?:a|he)|criteri(?:o)?|confronto',
  pt: 'características?|critérios?|comparação|comparativo',
  ja: '項目|比較項目|仕様|スペック',
  ar: 'الميزة|الميزات|المواصفات|المعيار|المقارنة',
};

/** How labels of specs begin that products of many kinds have. */
export const commonSpecWords: Words = {
  en: 'price|cost|weight|size|dimensions?|brand|rating|score|overall|best for|pros|cons|battery(?: life)?|warranty|color|colour|material|capacity|screen|display|storage|connectivity|award|link|image',
  de: 'preis|gewicht|größe|marke|akku(?:laufzeit)?|garantie|farbe|kapazität',
  fr: 'prix|poids|taille|marque|autonomie|garantie|couleur|matériau|capacité|note',
  es: 'precio|peso|tamaño|marca|autonomía|batería|garantía|color|capacidad|nota',
  it: 'prezzo|peso|dimensioni|marca|autonomia|batteria|garanzia|colore|materiale|capacità|voto',
  pt: 'preço|peso|tamanho|marca|autonomia|bateria|garantia|cor|capacidade|nota',
  ja: '価格|値段|重量|重さ|サイズ|寸法|メーカー|容量|保証|色|素材|評価|電池',
  ar: 'السعر|الوزن|الحجم|الماركة|البطارية|الضمان|اللون|السعة|التقييم',
};

/** What prices are called. */
export const priceWords: Words = {
  en: 'prices?|cost|msrp',
  de: 'preise?|kosten|uvp',
  fr: 'prix|coût',
  es: 'precios?',
  it: 'prezz[oi]',
  pt: 'preços?',
  ja: '価格|値段',
  ar: 'السعر',
};

/** How words begin that praise a pick. */
export const awardWords: Words = {
  en: '(?:(?:the|our|also) )*(?:#1 |(?:best(?:-?sell(?:er|ing))?|top|most|runners?(?:[ -]?up)?|editors?|budget|upgrade|great(?:est)?|winners?|premium|good|cheapest|fastest|lightest|simplest|easiest|quietest|overall|favou?rites?|recommended|hono(?:u)?rable|value|worth|picks?|number one|(?:first |second |top |expert.?s )?choice)(?![\\p{L}\\p{N}]))',
  de: '(?:(?:unser[e]?|der|die|das) )*(?:test-?sieger|preis-?(?:leistung|tipp)|beste[rs]?\\b|bestes|empfehlung|kauftipp|günstig|luxus)',
  fr: '(?:(?:le|la|les|notre) )*(?:meilleure?s?(?!\\p{L})|plus |moins |choix|coup de c|recommandée?|(?:bon |meilleur )?rapport qualité|petit prix|petit budget|haut de gamme|alternative)',
  es: '(?:(?:el|la|lo|los|las|nuestra?) )*(?:mejor(?:es)?(?!\\p{L})|más |menos |elección|favorit[oa]|recomendad[oa]|(?:buena )?relación calidad|calidad.precio|económic[oa]|gama alta|ganador)',
  it: '(?:(?:il|la|lo|i|le|nostr[oa]) )*(?:miglior[ei]?(?!\\p{L})|più |meno |scelta|preferit[oa]|consigliat[oa]|(?:miglior )?rapporto qualità|qualità.prezzo|economic[oa]|vincitore)',
  pt: '(?:(?:o|a|os|as|nossa) )*(?:melhor(?:es)?(?!\\p{L})|mais |menos |escolha|favorit[oa]|recomendad[oa]|custo.benefício|econômic[oa]|vencedor)',
  ja: '(?:ベスト|おすすめ|イチオシ|コスパ|最も|最優秀|総合|人気|高級)',
  ar: '(?:الأفضل|أفضل|الأكثر|الأقل|الأخف|الأرخص|الأسرع|اختيارنا|خيارنا|الخيار)',
};

/** What an award has besides, where the words that it begins with may begin a name as well: “Top pick”, not “Top Dog”. */
export const sureAwardWords =
  '^\\S+$|(?:^|[ -])(?:overall|value|budget|premium|upgrade|splurge|picks?|buy|choice|winner|options?|awards?|favou?rites?|up|mention|rated|money)$| (?:for|under|in|of|on|with|to) ';

/** Words in the heading of a part of an article. */
export const partWords: Words = {
  en: 'faqs?|frequently asked|questions|how (?:we|i|to|it)|why you|method(?:ology)?|compar(?:ison|ed|ing|e)|table|buying guide|buyer.?s guide|what to (?:look|consider)|related|introduction|final thoughts|wrapping up|our (?:top )?picks|top (?:product )?picks|quick (?:picks|look)|at a glance|reviews:?$|^(?:(?:our|the|full|in-depth|detailed|expert|product|hands-on|quick) )*review$|references|table of contents|everything we recommend|the competition|also (?:tested|considered)|other .* (?:we|to) (?:tested|like|consider)',
  de: 'vergleich(?:stabelle)?|häufige fragen|so (?:testen|haben) wir|inhaltsverzeichnis|testverfahren',
  fr: 'comment (?:nous|choisir|on)|méthod\\p{L}*|comparatif|comparaison|tableau|guide d.achat|foire aux questions|questions fréquentes|introduction|conclusion|sommaire|pourquoi|notre sélection',
  es: 'cómo (?:hemos|probamos|elegir|evaluamos)|metodología|comparativa|comparación|tabla|guía de compra|preguntas frecuentes|introducción|conclusión|índice|por qué|nuestra selección',
  it: 'come (?:abbiamo|testiamo|scegliere|valutiamo)|metodologia|confronto|tabella|guida all.acquisto|domande frequenti|introduzione|conclusioni|indice|perché|la nostra selezione',
  pt: 'como (?:testamos|escolher|avaliamos)|metodologia|comparativo|comparação|tabela|guia de compra|perguntas frequentes|introdução|conclusão|índice|por que|nossa seleção',
};

/** The same in scripts without spaces or case, wherever they stand. */
export const partSigns =
  '比較|選び方|よくある質問|まとめ|目次|検証|一覧|とは|مقارنة|جدول|أسئلة شائعة|كيف |دليل الشراء|الخلاصة|مقدمة|المحتويات|منهجية';
