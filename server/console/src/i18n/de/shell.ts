/** Was überall steht: Navigation, Anmeldung, Fehler, Übersicht, Einladungsseite. */
import { inSentence } from '../../../../../extension/src/look/title.ts';
import { plural } from './numbers.ts';

const channelNames: Record<string, string> = { pilot: 'Pilotgruppe', everyone: 'Alle' };

export const shell = {
  channelName: (id: string) => channelNames[id] ?? id,
  common: {
    skip: 'Zum Inhalt',
    loading: 'Wird geladen',
    retry: 'Nochmals versuchen',
    close: 'Schließen',
    cancel: 'Abbrechen',
    undo: 'Rückgängig',
    save: 'Speichern',
    remove: 'Entfernen',
    more: 'Mehr',
    language: 'Sprache',
  },
  failures: {
    unreachable:
      'Der Server antwortet nicht. Prüfe die Verbindung und versuch es nochmals; deine Eingaben bleiben hier.',
    forbidden: 'Der Server hat die Anfrage abgelehnt. Öffne die Konsole unter ihrer eigenen Adresse.',
    gone: 'Das gibt es hier nicht. Vielleicht hat es jemand entfernt, oder die Adresse stimmt nicht.',
    stale: 'Jemand war schneller und hat das inzwischen geändert. Sieh es dir an und versuch es noch einmal.',
    tooLarge: 'Das ist mehr, als der Server annimmt. Kürz es und versuch es nochmals.',
    tooMany: 'Zu viele Versuche. Warte eine Minute und versuch es dann nochmals.',
    server: (detail: string) =>
      `Der Server kann gerade nicht. Versuch es gleich nochmals; bleibt es dabei, ${detail ? `sag eurer IT: «${detail}»` : 'sag es eurer IT'}.`,
    unknown: 'Das hat nicht geklappt. Versuch es nochmals.',
  },
  session: {
    title: 'Anmelden',
    lead: 'Hier pflegt die Kommunikation Leitplanken und Inhalte.',
    first: 'Noch kein Konto? Auf dem Server legt dieser Befehl das erste an:',
    email: 'E-Mail',
    password: 'Passwort',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    wrong: 'E-Mail oder Passwort stimmt nicht.',
    expiredTitle: 'Melde dich nochmals an',
    expiredText:
      'Deine Sitzung ist abgelaufen. Was du eingegeben hast, bleibt da; danach geht es weiter, wo du warst.',
  },
  nav: {
    label: 'Bereiche',
    overview: 'Übersicht',
    guidelines: 'Leitplanken',
    content: 'Inhalte',
    publish: 'Veröffentlichen',
    invitations: 'Einladungen',
    statistics: 'Auswertung',
    settings: 'Einstellungen',
  },
  overview: {
    hello: (name: string) => `Guten Tag, ${name}`,
    next: 'Nächster Schritt',
    allPublished: 'Alles ist veröffentlicht',
    nothingWaits: 'Es wartet nichts auf dich.',
    waiting: (n: number) => `${plural(n, 'Änderung wartet', 'Änderungen warten')} auf die Veröffentlichung.`,
    proposed: (n: number) => `${plural(n, 'Vorschlag wartet', 'Vorschläge warten')} auf deinen Blick.`,
    review: 'Änderungen ansehen',
    reviewProposals: 'Vorschläge prüfen',
    ailing: (titles: string[]) =>
      titles.length === 1
        ? `Der Feed «${inSentence(titles[0] ?? '')}» lässt sich nicht richtig lesen.`
        : `${titles.length} Feeds lassen sich nicht richtig lesen: ${titles.slice(0, 3).map(inSentence).join(', ')}${titles.length > 3 ? ' …' : ''}`,
    showFeeds: 'Feeds ansehen',
    rootExpires: (day: string) =>
      `Der Hauptschlüssel eurer Updates gilt bis ${day}. Bitte eure IT, vorher «herold admin rotate-keys» auszuführen, sonst kommt nichts Neues mehr an.`,
    linksLackAddress:
      'Kurze Links sind eingeschaltet, aber die Adresse dieses Servers fehlt. Bis sie eingetragen und veröffentlicht ist, gehen die Adressen der Seiten hinaus, und niemand zählt Klicks.',
    enterAddress: 'Adresse eintragen',
    also: 'Außerdem',
    toReview: 'Zu prüfen',
    guidelines: 'Leitplanken',
    unpublished: 'Noch nicht veröffentlicht',
    contentItems: 'Freigegebene Inhalte',
    devices: 'Angemeldete Geräte',
    shares: 'Geteilt in 30 Tagen',
    latest: 'Zuletzt veröffentlicht',
    published: (revision: number, channel: string) => `Revision ${revision} für «${channel}»`,
    holds: (guidelines: number, content: number) =>
      `${plural(guidelines, 'Leitplanke', 'Leitplanken')}, ${plural(content, 'Inhalt', 'Inhalte')}`,
    neverPublished: 'Noch nichts. Was du hier vorbereitest, sieht niemand, bis du es veröffentlichst.',
    start: 'Erste Schritte',
    done: 'erledigt',
    open: 'offen',
    steps: {
      copy: {
        label: 'Leitplanken übernehmen',
        text: 'Such dir aus den Vorlagen die Leitplanken aus, die zu euch passen, und schreib sie danach um.',
      },
      publish: {
        label: 'Für die Pilotgruppe veröffentlichen',
        text: 'Schau dir an, was bereitliegt, und veröffentliche es zuerst für eine kleine Gruppe.',
      },
      invite: {
        label: 'Leute einladen',
        text: 'Erstelle einen Link und schick ihn den ersten Kolleginnen und Kollegen.',
      },
      content: {
        label: 'Inhalte zum Teilen anbieten',
        text: 'Trag ein, was ihr gern geteilt seht, mit zwei oder drei Textvarianten dazu.',
      },
    },
  },
  kinds: {
    names: {
      existence: 'Begriff',
      substitution: 'Ersetzung',
      capitalization: 'Schreibweise',
      occurrence: 'Anzahl',
      conditional: 'Wenn – dann',
      repetition: 'Wiederholung',
      consistency: 'Einheitlichkeit',
      sequence: 'Abfolge',
      metric: 'Messwert',
      link: 'Links',
      similarity: 'Ähnlichkeit',
    },
    hints: {
      existence: 'Meldet jede Stelle, an der etwas vorkommt.',
      substitution: 'Schlägt statt eines Worts ein anderes vor.',
      capitalization: 'Achtet auf die genaue Schreibweise von Namen.',
      occurrence: 'Zählt etwas und meldet zu viel oder zu wenig.',
      conditional: 'Kommt das eine vor, muss das andere auch da sein.',
      sequence: 'Meldet zwei Dinge, die nah beieinander stehen.',
      repetition: 'Meldet ein Wort, das zweimal hintereinander steht.',
      consistency: 'Achtet darauf, dass ein Beitrag bei einer Schreibvariante bleibt.',
      metric: 'Misst den ganzen Text, etwa wie leicht er sich liest.',
      link: 'Achtet darauf, wohin Links führen.',
      similarity: 'Meldet einen Text, der fast noch die Vorlage ist.',
    },
  },
  networks: {
    linkedin: 'LinkedIn',
    x: 'X',
    xing: 'XING',
    facebook: 'Facebook',
    bluesky: 'Bluesky',
    mastodon: 'Mastodon',
    threads: 'Threads',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    teams: 'Teams',
    email: 'E-Mail',
  },
  join: {
    title: 'Du bist eingeladen',
    lead: 'Herold hilft dir, gelassener über deine Arbeit zu schreiben: Hinweise, während du schreibst, und Beiträge, die zu dir passen.',
    broken: 'Dieser Link ist unvollständig. Öffne ihn nochmals aus der Nachricht, ganz bis zum Ende.',
    install: 'Erweiterung holen',
    installText:
      'Installiere «Herold» in Chrome, Edge oder Firefox. Deine Kommunikation sagt dir, wo du sie bekommst, falls sie nicht schon da ist.',
    paste: 'Link einfügen',
    pasteText: 'Öffne Herold über das Symbol in der Leiste deines Browsers und füge diesen Link ein.',
    link: 'Dein Einladungslink',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    promises: 'Worauf du dich verlassen kannst',
    promiseList: [
      'Deine Entwürfe verlassen deinen Browser nicht.',
      'Hinweise sind Rat. Du entscheidest, und niemand erfährt, was du übergehst.',
      'Gezählt wird nur, wie oft etwas geteilt wurde, nie von wem.',
      'Mit einem Klick bist du wieder draußen, und alles über dich ist gelöscht.',
    ],
  },
};
