/**
 * The words by which authors name the parts of a comparison, in English and German: of columns, of the passages of a
 * pick, of headings that are no product. Leaves everything that is not on these lists to be a spec.
 */
import { withoutEmojis } from './marks.js';

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

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'u');

const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'product',
    whole(
      'products?|product name|names?|models?|items?|options?|tools?|services?|providers?|plans?|(?:our )?picks?|supplements?|produkte?|produktname|modelle?|anbieter|artikel|bezeichnung',
    ),
  ],
  ['rank', whole('#|ranks?|ranking|no\\.?|nr\\.?|pos\\.?|position|platz|rang')],
  ['award', whole('awards?|badge|title|our pick|category winner|auszeichnung|urteil')],
  [
    'bestFor',
    whole(
      "(?:it is |it’s |it's )?(?:best|ideal|good|great|recommended|suited) for|who it.?s for|geeignet für|ideal für|am besten für|empfohlen für",
    ),
  ],
  ['brand', whole('brands?|makers?|manufacturers?|hersteller|marke')],
  ['image', whole('images?|photos?|pictures?|bild|foto')],
  [
    'link',
    whole(
      'links?|buy|buy now|shop|where to buy|check (?:the )?price|see (?:the )?price|deals?|order|zum shop|kaufen|angebote?|zum angebot',
    ),
  ],
  [
    'pros',
    whole(
      "pros?|the pros|the good|good|likes|we like(?:d)?|what we (?:really )?(?:like|liked|love|loved)(?: about it)?|what i (?:like|liked|love|loved)|what(?:’|')?s good|reasons to buy|reasons for|advantages?|upsides?|strengths?|highs|vorteile?|das (?:gefällt|hat) uns(?: gut)?(?: gefallen)?|was uns (?:gut )?(?:gefällt|gefallen hat)|plus|stärken|pluspunkte|positiv",
    ),
  ],
  [
    'cons',
    whole(
      'cons?|the cons|the bad|the not so good|bad|dislikes|we (?:don.?t|didn.?t|dislike(?:d)?)(?: like)?|what we (?:don.?t|didn.?t|do not|did not) (?:like|love)(?: about it)?|what i (?:don.?t|didn.?t|do not|did not) (?:like|love)|what we dislike|what could be better|what.?s (?:bad|not so good)|reasons to (?:avoid|skip)|reasons against|drawbacks?|disadvantages?|downsides?|weaknesses|lows|flaws but not dealbreakers|nachteile?|was uns (?:nicht|weniger) (?:gefällt|gefallen hat)|minus|schwächen|minuspunkte|negativ',
    ),
  ],
  ['prosCons', whole('pros (?:and|&|\\+|/) cons|vor-? ?und nachteile|the good and the bad')],
  ['summary', whole('summary|overview|in short|kurz gesagt|zusammenfassung|überblick')],
  [
    'verdict',
    whole('(?:our |the |final )?verdict|bottom line|the bottom line|our take|conclusion|fazit|unser (?:fazit|urteil)'),
  ],
  [
    'weighted',
    whole('(?:weighted|gewichtet(?:e)?)(?: (?:score|points|contribution|note))?|contribution|score × weight|beitrag'),
  ],
  ['weight', whole('weights?|weighting|weight \\(%\\)|gewicht(?:ung)?|anteil')],
  [
    'overall',
    /^(?!.*\b(?:amazon|google|users?|customers?|readers?|trustpilot|kunden|nutzer)\b).*\b(?:score|rating|composite|wertung|bewertung|gesamt(?:note|wertung|ergebnis|bewertung)?|endnote)s?$|^(?:overall|total|points|punkte|note|final|grade|stars|our (?:rating|score|grade))$/u,
  ],
  [
    'criterion',
    whole(
      'criteri(?:on|a)|categor(?:y|ies)|factors?|metrics?|aspects?|area|what we tested|kriteri(?:um|en)|kategorie|bereich',
    ),
  ],
  [
    'description',
    whole(
      'descriptions?|what it means|what we (?:look|looked) (?:at|for)|details?|notes?|why|beschreibung|erläuterung',
    ),
  ],
  [
    'specs',
    whole(
      '(?:key |main |technical |tech |quick |full )?(?:specs?|specifications?|facts|details|data)|at a glance|(?:key )?features at a glance|technische daten|eckdaten|auf einen blick|daten',
    ),
  ],
  ['sources', whole('sources?|references?|studies|citations?|quellen|belege')],
  [
    'disclosure',
    whole('(?:affiliate |our |full )?disclosure|disclaimer|transparenzhinweis|werbehinweis|hinweis|anzeige'),
  ],
  ['author', whole('authors?|by|written by|reviewed by|tested by|autor(?:in)?|von')],
  [
    'updated',
    whole(
      '(?:last )?(?:updated|modified|reviewed)(?: on)?|(?:publication )?date|published(?: on)?|aktualisiert(?: am)?|stand|zuletzt aktualisiert(?: am)?|datum',
    ),
  ],
];

/** A label as it is compared: lower case, without emojis and without what ends it. */
export const plainLabel = (label: string): string =>
  withoutEmojis(label)
    .toLowerCase()
    .replace(/[\s:*–—-]+$/u, '')
    .trim();

const known = new Map<string, Role | undefined>();

/** What a label says that something is; `undefined` for what is on no list. */
export function roleOf(label: string): Role | undefined {
  if (label.length > 60) return undefined;
  const plain = plainLabel(label);
  if (!known.has(plain)) {
    if (known.size > 2000) known.clear();
    known.set(plain, roles.find(([, words]) => words.test(plain))?.[0]);
  }
  return known.get(plain);
}

/** Whether a label stands over the names of specs, in a table that has the products as columns. */
export const isFeatureLabel = (label: string): boolean =>
  /^(?:|features?|specs?|specifications?|criteri(?:on|a)|categor(?:y|ies)|attributes?|propert(?:y|ies)|details?|compar(?:e|ison)|what|aspects?|factors?|merkmale?|eigenschaft(?:en)?|kriteri(?:um|en)|vergleich)$/u.test(
    plainLabel(label),
  );

/** Whether a label is one that specs of many kinds of products have: what stands in the first column of such a table. */
export const isCommonSpec = (label: string): boolean =>
  /^(?:price|preis|cost|weight|gewicht|size|größe|dimensions?|brand|marke|rating|score|overall|best for|pros|cons|battery(?: life)?|akku(?:laufzeit)?|warranty|garantie|color|colour|farbe|material|capacity|kapazität|screen|display|storage|connectivity|award|link|image)\b/u.test(
    plainLabel(label),
  );

/** Whether words praise a pick rather than name it: “Best overall”, “Runner-up”, “Testsieger”. */
export const isAward = (text: string): boolean =>
  text.length <= 80 &&
  /^(?:(?:the|our|also|unser[e]?|der|die|das) )*(?:best|top|most|runner|editor|budget|upgrade|great(?:est)?\b|winner|premium|good\b|cheapest|fastest|lightest|simplest|easiest|quietest|overall|favou?rite|recommended|hono(?:u)?rable|value|worth|test-?sieger|preis-?(?:leistung|tipp)|beste[rs]?\b|bestes|empfehlung|kauftipp|günstig|luxus|pick)/i.test(
    withoutEmojis(text),
  );

/** Whether a heading stands over a part of the article, not over a product. */
export const isPartHeading = (text: string): boolean => {
  const plain = plainLabel(text);
  const role = roleOf(plain);
  return (
    (role !== undefined && !/^(?:award|product|rank|author|updated)$/.test(role)) ||
    /\?$|\b(?:faqs?|frequently asked|questions|how (?:we|i|to|it)|why you|method(?:ology)?|compar(?:ison|ed|ing|e)|table|buying guide|buyer.?s guide|what to (?:look|consider)|related|introduction|final thoughts|wrapping up|our (?:top )?picks|top (?:product )?picks|quick (?:picks|look)|at a glance|reviews?:?$|references|vergleich(?:stabelle)?|häufige fragen|so (?:testen|haben) wir|inhaltsverzeichnis|table of contents|testverfahren)\b/u.test(
      plain,
    )
  );
};
