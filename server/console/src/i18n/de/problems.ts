/** Was an einer Eingabe nicht stimmt: Kern und Server sagen es auf Englisch, hier steht es auf Deutsch. */
const phrases: [RegExp, string][] = [
  [/^needs an “id”$/, 'Die Kennung fehlt.'],
  [/^needs a “message”$/, 'Der Hinweis fehlt.'],
  [/^needs a “kind”$/, 'Die Art fehlt.'],
  [
    /^needs “terms”, “patterns” or “detect”$/,
    'Es fehlt, wonach gesucht wird: Begriffe, Muster oder eine Erkennung.',
  ],
  [/^needs “terms”$/, 'Es fehlen die Begriffe.'],
  [/^needs “swap” or “swapPatterns”$/, 'Es fehlt mindestens ein Wortpaar.'],
  [/^needs “min” or “max”$/, 'Es fehlt, wie viel mindestens oder höchstens.'],
  [/^needs a “count” or a matcher.*$/, 'Es fehlt, was gezählt wird.'],
  [/^needs a “text”$/, 'Der Text zum Einfügen fehlt.'],
  [/^must not be empty$/, 'Das darf nicht leer sein.'],
  [/^must be a web address.*$/, 'Die Adresse beginnt mit https:// oder http://.'],
  [/^must be later than “from”$/, 'Das Ende liegt vor dem Anfang.'],
  [/^must not be above “max”$/, 'Das Mindeste liegt über dem Höchsten.'],
  [/^must be a time as in.*$/, 'Das ist kein Zeitpunkt.'],
  [/^must be a whole number from 0$/, 'Hier steht eine ganze Zahl ab 0.'],
  [/^must be above 0, else nothing is ever found$/, 'Mit 0 würde nie etwas gefunden.'],
  [
    /^(?:“.*” is not an id|the guideline's `id` must be|must be lower-case letters, digits, full stops).*$/,
    'Die Kennung besteht aus Kleinbuchstaben von a bis z, Ziffern, Punkt und Bindestrich.',
  ],
  [
    /^must be lower-case letters, digits and hyphens$/,
    'Die Kennung besteht aus Kleinbuchstaben von a bis z, Ziffern und Bindestrich.',
  ],
  [
    /^must be an http or https address$/,
    'Die Adresse beginnt mit https:// oder http:// und enthält weder Leerzeichen noch ein Passwort.',
  ],
  [/^must be after `from`$/, 'Das Ende liegt vor dem Anfang.'],
  [/^must be in the future$/, 'Das liegt in der Vergangenheit.'],
  [/^must be an RFC 3339 time.*$/, 'Das ist kein Zeitpunkt.'],
  [/^must be (?:a whole number )?from (\d+) to (\d+)$/, 'Hier steht eine ganze Zahl von $1 bis $2.'],
  [/^must be 5 minutes to 7 days$/, 'Möglich sind 5 Minuten bis 7 Tage.'],
  [/^must be a number$/, 'Hier steht eine Zahl.'],
  [/^must have at most (\d+) characters$/, 'Höchstens $1 Zeichen.'],
  [
    /^(?:must be one line of|a client secret is one line of).*$/,
    'Das ist zu lang oder geht über mehr als eine Zeile.',
  ],
  [/^"(.*)" is there twice$/, '«$1» gibt es doppelt.'],
  [/^is there twice$/, 'Das gibt es doppelt.'],
  [/^is the id of (\S+) already$/, 'Diese Kennung hat schon $1.'],
  [/^"(.*)" has this address already$/, '«$1» hat diese Adresse schon.'],
  [/^there is no (?:role|group|channel) "(.*)"$/, '«$1» gibt es nicht mehr.'],
  [/^must be the client id that LinkedIn gave your app$/, 'Das ist keine Client-ID von LinkedIn.'],
  [
    /^must be a year and a month such as 202610$/,
    'Gib Jahr und Monat mit sechs Ziffern an, zum Beispiel 202610.',
  ],
  [/^must say what the picture shows$/, 'Beschreib, was das Bild zeigt.'],
  [/^must be a text or a list of texts$/, 'Hier steht ein Text oder eine Liste von Texten.'],
  [/^must be a text or a map from language to text$/, 'Hier steht ein Text oder einer je Sprache.'],
  [/^must be a text of at most (\d+) bytes$/, 'Hier fehlt ein Text, oder er ist zu lang.'],
  [/^must be a list of at most (\d+) (?:texts|captions)$/, 'Hier stehen höchstens $1.'],
  [/^must be a text$/, 'Hier steht ein Text.'],
  [/^must be a list$/, 'Hier steht eine Liste.'],
  [/^must be an object$/, 'Hier steht ein Objekt.'],
  [/^must be true or false$/, 'Hier steht true oder false.'],
  [/^has no text in the default language “?(.+?)”?$/, 'Der Text in der Hauptsprache ($1) fehlt.'],
  [/^is not a pattern that RE2 takes: (.+)$/, 'Dieses Muster geht nicht: $1'],
  [/^the placeholder (“.+?”) is not known.*$/, 'Den Platzhalter $1 gibt es nicht.'],
  [/^(?:the kind|kind) (.+) is not supported yet$/, 'Die Art $1 gibt es noch nicht.'],
  [/^the detector (.+) is not (?:known|supported yet)$/, 'Die Erkennung $1 gibt es nicht.'],
  [/^(.*) is not supported yet$/, '$1 gibt es noch nicht.'],
  [/^there is no example that should be found.*$/, 'Es fehlt ein Beispiel, bei dem sie sich melden soll.'],
  [/^there is no example that should pass.*$/, 'Es fehlt ein Beispiel, bei dem sie still sein soll.'],
  [/^.*: must say what the picture shows$/, 'Es fehlt, was das Bild zeigt.'],
  [
    /^content item .+ is (?:draft|proposed|approved|archived); the decision .+$/,
    'So, wie der Inhalt gerade steht, geht das nicht.',
  ],
];

/** Was keine Übersetzung hat, bleibt, wie der Kern es sagt. */
export function problem(message: string): string {
  const known = phrases.find(([pattern]) => pattern.test(message));
  return known ? message.replace(known[0], known[1]) : message;
}
