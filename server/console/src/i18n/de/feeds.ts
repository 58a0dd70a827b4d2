import { plural } from '../plural.ts';

type About = (detail: string) => string;

export const feeds = {
  feeds: {
    tab: 'Feeds',
    lead: 'Herold liest diese Feeds und schlägt vor, was neu ist. Nichts wird veröffentlicht, bevor du es freigibst.',
    emptyTitle: 'Noch keine Feeds',
    emptyText: 'Nimm den Feed eurer News-Seite auf, dann warten ihre Beiträge hier auf dich.',
    add: 'Feed aufnehmen',
    edit: 'Bearbeiten',
    url: 'Adresse des Feeds',
    urlHint: 'RSS, Atom oder JSON Feed.',
    check: 'Prüfen',
    checking: 'Wird gelesen …',
    found: (title: string, n: number) => `«${title}» hat ${plural(n, 'Beitrag', 'Beiträge')}. Die neusten:`,
    noEntries: (title: string) => `«${title}» ist ein Feed, hat aber noch keine Beiträge.`,
    takeNamed: 'Diesen Feed nehmen',
    title: 'Name',
    language: 'Sprache',
    languageHint: 'Von Beiträgen, die ihre nicht nennen, etwa de oder en.',
    topics: 'Themen der Vorschläge',
    minutes: 'Minuten zwischen zwei Besuchen',
    owner: 'Kontakt',
    ownerHint: 'Steht bei dem, was der Feed vorschlägt.',
    save: 'Feed speichern',
    proposed: (n: number) => `${n} vorgeschlagen`,
    last: (time: string) => `zuletzt gelesen ${time}`,
    next: (time: string) => `nächstes Mal ${time}`,
    never: 'noch nie',
    paused: 'Angehalten',
    good: 'Alles in Ordnung',
    waiting: 'Wartet auf den ersten Besuch',
    entries: (n: number) => plural(n, 'Beitrag', 'Beiträge'),
    fetch: 'Jetzt lesen',
    fetching: (title: string) => `«${title}» wird gelesen.`,
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    remove: 'Entfernen',
    removeTitle: (title: string) => `Den Feed «${title}» entfernen?`,
    removeText: 'Was aus ihm vorgeschlagen wurde, bleibt in euren Inhalten.',
    removed: 'Feed entfernt.',
    saved: 'Feed gespeichert.',
    trouble: {
      address:
        'Diese Adresse kann Herold nicht lesen. Sie muss mit http oder https beginnen und darf kein Passwort enthalten.',
      inside: ((address) =>
        `Die Adresse führt zu ${address}, in euer eigenes Netz. Soll das erlaubt sein, starte den Server mit --allow-network ${address}.`) as About,
      port: ((port) =>
        `Die Adresse führt zu Port ${port}, der geschlossen ist. Soll das erlaubt sein, starte den Server mit --allow-port ${port}.`) as About,
      unknown: ((host) => `Es gibt keinen Rechner namens ${host}. Prüfe die Schreibweise.`) as About,
      unreachable: ((host) => `Bei ${host} antwortet niemand.`) as About,
      insecure: ((host) =>
        `Das Zertifikat von ${host} ist nicht gültig. Beheben kann das, wer die Website betreibt.`) as About,
      slow: 'Die Antwort hat zu lange gedauert.',
      'too-large': 'Die Antwort ist für einen Feed zu groß.',
      redirects: 'Die Adresse leitet zu oft weiter. Trag die ein, zu der sie führt.',
      broken: 'Die Antwort brach ab oder ist kein HTTP.',
      stopped: 'Der Server wurde gerade beendet.',
      status: ((status) => `Die Adresse antwortete mit ${status}.`) as About,
      gone: 'Den Feed gibt es nicht mehr. Herold hat ihn angehalten.',
      html: ((feed) =>
        feed
          ? `Die Antwort ist eine Seite, kein Feed; die Seite nennt diesen Feed: ${feed}`
          : 'Die Antwort ist eine Seite, kein Feed.') as About,
      'not-a-feed': 'Die Antwort ist weder RSS noch Atom noch JSON Feed.',
      'not-a-page': 'Unter dieser Adresse gibt es keine Webseite.',
      malformed: ((byte) =>
        `Der Feed ist bei Byte ${byte} beschädigt. Was davor steht, wurde gelesen.`) as About,
    },
  },
};
