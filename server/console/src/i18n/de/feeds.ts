import { inSentence } from '../../../../../extension/src/look/title.ts';
import { plural } from './numbers.ts';

type About = (detail: string) => string;

export const feeds = {
  feeds: {
    tab: 'Feeds',
    lead: 'Herold liest diese Feeds und schlägt vor, was neu ist. Nichts wird veröffentlicht, bevor du es freigibst.',
    emptyTitle: 'Noch keine Feeds',
    emptyText: 'Nimm den Feed eurer News-Seite auf, dann warten ihre Beiträge unter «Zu prüfen» auf dich.',
    ailing: 'Diese lassen sich nicht richtig lesen:',
    add: 'Feed aufnehmen',
    edit: 'Bearbeiten',
    url: 'Adresse des Feeds',
    urlHint: 'RSS, Atom oder JSON Feed.',
    check: 'Prüfen',
    checking: 'Wird gelesen …',
    found: (title: string, n: number) =>
      `«${inSentence(title)}» hat ${plural(n, 'Beitrag', 'Beiträge')}. Die neusten:`,
    noEntries: (title: string) => `«${inSentence(title)}» ist ein Feed, hat aber noch keine Beiträge.`,
    takeNamed: 'Diesen Feed nehmen',
    title: 'Name',
    missingTitle: 'Gib dem Feed einen Namen. «Prüfen» schlägt einen vor.',
    language: 'Sprache',
    languageHint: 'Von Beiträgen, die ihre nicht nennen.',
    languageOpen: 'wie der Feed sagt',
    topics: 'Themen der Vorschläge',
    minutes: 'Minuten zwischen zwei Besuchen',
    owner: 'Kontakt',
    ownerHint: 'Steht bei dem, was der Feed vorschlägt.',
    save: 'Feed speichern',
    proposed: (n: number) => `${n} vorgeschlagen`,
    last: (time: string) => `zuletzt gelesen ${time}`,
    next: (time: string) => `nächstes Mal ${time}`,
    lastGood: (time: string) => `zuletzt gelungen ${time}`,
    neverGood: (n: number) => (n === 1 ? 'noch nie gelungen' : `in ${n} Versuchen nie gelungen`),
    never: 'noch nie gelesen',
    reading: 'Wird gerade gelesen …',
    paused: 'Angehalten',
    good: 'Alles in Ordnung',
    waiting: 'Wartet auf den ersten Besuch',
    entries: (n: number) => plural(n, 'Beitrag', 'Beiträge'),
    fetch: 'Jetzt lesen',
    fetching: (title: string) => `«${inSentence(title)}» wird gelesen.`,
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    remove: 'Entfernen',
    removeTitle: (title: string) => `Den Feed «${inSentence(title)}» entfernen?`,
    removeText: 'Was aus ihm vorgeschlagen wurde, bleibt in euren Inhalten.',
    removed: 'Feed entfernt.',
    saved: 'Feed gespeichert.',
    changedMeanwhile:
      'Jemand hat diesen Feed inzwischen geändert. Du siehst jetzt, wie er ist; versuche es noch einmal.',
    trouble: {
      address:
        'Diese Adresse kann Herold nicht lesen. Sie muss mit http oder https beginnen und darf kein Passwort enthalten.',
      inside: ((address) =>
        `Die Adresse führt zu ${address}, in euer internes Netz; dorthin geht Herold nicht. Gehört das euch, kann eure IT es erlauben: --allow-network ${address}.`) as About,
      port: ((port) =>
        `Die Adresse führt zu Port ${port}, den Herold nicht benutzt. Soll er es, muss eure IT den Server mit --allow-port ${port} starten.`) as About,
      unknown: ((host) => `Es gibt keine Website namens ${host}. Prüfe die Schreibweise.`) as About,
      unreachable: ((host) =>
        `${host} antwortet nicht. Öffne die Adresse im Browser; geht sie auch dort nicht, ist die Website gestört.`) as About,
      insecure: ((host) =>
        `Das Zertifikat von ${host} ist nicht gültig. Beheben kann das, wer die Website betreibt.`) as About,
      slow: 'Die Website antwortet zu langsam. Bleibt es dabei, frag, wer sie betreibt.',
      'too-large': ((bytes) =>
        `Die Antwort ist größer als ${size(bytes)}. Frag, wer die Website betreibt, nach einem Feed mit nur den neusten Beiträgen.`) as About,
      redirects: 'Die Adresse leitet zu oft weiter. Trag die ein, zu der sie führt.',
      broken: 'Die Antwort brach ab. Bleibt es dabei, frag, wer die Website betreibt.',
      stopped: 'Der Server wurde gerade beendet. Versuch es nochmals.',
      status: statuses as About,
      gone: 'Die Website sagt, dass es diesen Feed nicht mehr gibt, also liest Herold ihn nicht. Trag seine neue Adresse ein oder entferne ihn.',
      html: ((feed) =>
        feed
          ? `Das ist eine Seite, kein Feed. Sie nennt diesen Feed: ${feed}`
          : 'Das ist eine Seite, kein Feed, und sie nennt auch keinen. Such auf der Website nach «RSS» oder frag, wer sie betreibt.') as About,
      'not-a-feed':
        'Unter dieser Adresse steht kein Feed. Such auf der Website nach «RSS» oder frag, wer sie betreibt.',
      'not-a-page': 'Unter dieser Adresse steht keine Webseite.',
      charset: ((name) =>
        `Die Antwort ist nicht in dem Zeichensatz geschrieben, den sie nennt (${name}). Beheben kann es, wer die Website betreibt.`) as About,
      long: ((n) =>
        `Der Feed hat mehr als ${n} Beiträge; Herold sieht die ersten ${n} an. Frag, wer die Website betreibt, nach einem Feed mit nur den neusten Beiträgen.`) as About,
      malformed: ((byte) =>
        byte
          ? `Der Feed ist beschädigt (bei Byte ${byte}). Was davor steht, ist gelesen; beheben kann es, wer die Website betreibt.`
          : 'Der Feed ist beschädigt und lässt sich nicht lesen. Beheben kann es, wer die Website betreibt.') as About,
      'no-title': 'Die Seite nennt keinen Titel. Schreib ihn hinter die Adresse.',
      'no-links': ((n) =>
        `Der Feed hat ${plural(Number(n), 'Beitrag', 'Beiträge')}, aber keinen mit Adresse, und ohne die lässt sich nichts teilen. Frag, wer die Website betreibt.`) as About,
      full: ((n) =>
        `${n} Vorschläge aus diesem Feed warten auf dich. Weitere kommen, sobald du über einige entschieden hast.`) as About,
    },
  },
};

function size(bytes: string): string {
  const kilobytes = Math.round(Number(bytes) / 2 ** 10);
  return kilobytes < 2 ** 10 ? `${kilobytes} kB` : `${Math.round(kilobytes / 2 ** 10)} MB`;
}

function statuses(status: string): string {
  if (status === '404') return 'Unter dieser Adresse steht nichts (404). Prüfe, ob sie noch stimmt.';
  if (status === '401' || status === '403')
    return `Die Website verweigert den Zugriff (${status}). Frag, wer sie betreibt, ob Herold sie lesen darf.`;
  if (status === '429')
    return 'Die Website bittet um weniger Besuche (429). Herold wartet von selbst; du musst nichts tun.';
  if (status.startsWith('5'))
    return `Die Website ist gestört (${status}). Bleibt es dabei, frag, wer sie betreibt.`;
  return `Die Website antwortete mit ${status}. Frag, wer sie betreibt, was das heißt.`;
}
