/** Inhalte, Veröffentlichen und was sich dabei ändert. */
import { number, plural } from './numbers.ts';

export const publishing = {
  content: {
    lead: 'Was eure Leute gern teilen: Beiträge, Berichte, Stellen. Herold schlägt vor, was zum Entwurf passt.',
    items: 'Alle Inhalte',
    create: 'Inhalt erstellen',
    emptyTitle: 'Noch keine Inhalte',
    emptyText:
      'Ein Inhalt ist ein Link mit Titel und einigen Textvarianten. Fang mit dem an, was ihr diese Woche ohnehin teilt.',
    search: 'Suchen',
    topic: 'Thema',
    anyTopic: 'Jedes Thema',
    count: (shown: number, all: number) =>
      shown === all
        ? plural(all, 'Inhalt', 'Inhalte')
        : `${number(shown)} von ${plural(all, 'Inhalt', 'Inhalten')}`,
    title: 'Titel',
    topics: 'Themen',
    language: 'Sprache',
    captions: 'Textvarianten',
    captionCount: 'Texte',
    shown: 'Zeitraum',
    period: (from?: string, until?: string) => {
      if (from && until) return `${from} bis ${until}`;
      if (from) return `ab ${from}`;
      return until ? `bis ${until}` : 'immer';
    },
    ended: (day: string) => `vorbei seit ${day}`,
    untilPast: 'Das ist vorbei: niemandem wird der Inhalt noch angeboten.',
    topicsLead: 'Themen ordnen Inhalte; wer Herold nutzt, wählt daraus, was sie oder ihn interessiert.',
    addTopic: 'Thema hinzufügen',
    topicsSaved: 'Die Themen sind gespeichert.',
    url: 'Adresse der Seite',
    badUrl: 'Die Adresse beginnt mit https:// oder http://.',
    missingUrl: 'Gib die Adresse der Seite ein; sie beginnt mit https://.',
    missingTitle: 'Gib dem Inhalt einen Titel. «Von der Seite lesen» schlägt einen vor.',
    longTitle: 'Der Titel ist zu lang. Kürz ihn auf einige Wörter.',
    badPeriod: 'Das Ende liegt vor dem Anfang.',
    idTaken: 'Einen Inhalt mit diesem Titel gibt es schon. Wähl einen anderen Titel.',
    summary: 'Zusammenfassung',
    summaryHint: 'Hilft Herold zu erkennen, zu welchem Entwurf der Inhalt passt.',
    priority: 'Vorrang',
    priorityHint: '0 bis 10; höher zuerst, wenn mehreres passt.',
    owner: 'Kontakt',
    ownerHint: 'Wen man dazu fragen kann.',
    network: 'Netzwerk',
    anyNetwork: 'jedes',
    captionText: (n: number) => `Textvariante ${n}`,
    noCaptions: 'Noch keine. Zwei oder drei Varianten helfen, dass nicht alle dasselbe schreiben.',
    page: {
      read: 'Von der Seite lesen',
      reading: 'Wird gelesen …',
      parts: { title: 'Titel', summary: 'Zusammenfassung', imageUrl: 'Bild', language: 'Sprache' },
      taken: (parts: string[]) => `Übernommen: ${parts.join(', ')}.`,
      altMissing: 'Beschreib noch, was das Bild zeigt.',
      nothing: 'Die Seite nennt nichts, was hier noch fehlt.',
      tooLarge: 'Die Seite schickt mehr, als Herold liest. Schreib Titel und Zusammenfassung selbst.',
    },
    addCaption: 'Textvariante hinzufügen',
    length: (used: number, limit: number | undefined) =>
      limit === undefined
        ? `${number(used)} Zeichen mit allem, was dazukommt`
        : `${number(used)} von ${number(limit)} Zeichen mit allem, was dazukommt`,
    hashtags: 'Hashtags',
    hashtagsHint: 'Mit oder ohne #.',
    disclosure: 'Offenlegung',
    disclosureHint: 'Ein Satz, der mit muss, zum Beispiel «Ich arbeite bei …».',
    audience: 'Wem und wann',
    audienceLead: 'Ohne Auswahl wird der Inhalt allen angeboten, überall und immer.',
    from: 'Anbieten ab',
    until: 'Anbieten bis',
  },
  publish: {
    lead: 'Die Beispiele laufen, dann wird unterschrieben. In einer Sekunde ist es bei allen, die gerade schreiben.',
    changes: (channel: string) => `Was sich ändert für «${channel}»`,
    since: (revision: number) => `seit Revision ${revision}`,
    nothingTitle: 'Nichts zu veröffentlichen',
    nothingText: (channel: string) => `«${channel}» ist auf dem neusten Stand.`,
    behind: (n: number, channel: string) => `${plural(n, 'Änderung', 'Änderungen')} für «${channel}» ansehen`,
    whats: {
      guideline: 'Leitplanken',
      content: 'Inhalte',
      topics: 'Themen',
      organisation: 'Rollen, Gruppen, Einstellungen',
      pack: 'Titel und Sprache der Leitplanken',
    },
    signs: { added: 'neu', changed: 'geändert', removed: 'entfernt' },
    act: 'Veröffentlichen',
    channel: 'Für',
    channelHint: 'Zuerst die Pilotgruppe, dann alle: so fällt ein Fehler klein auf.',
    note: 'Notiz',
    noteHint: 'Worum es geht, für den Verlauf.',
    tests: 'Beispiele',
    underWay: 'Wird veröffentlicht …',
    button: (channel: string) =>
      channel === 'pilot'
        ? 'Veröffentlichen für die Pilotgruppe'
        : `Veröffentlichen für ${channel === 'everyone' ? 'alle' : channel}`,
    done: (revision: number, channel: string) => `Revision ${revision} ist veröffentlicht für «${channel}».`,
    history: 'Verlauf',
    noHistory: 'Noch nichts veröffentlicht.',
    revision: 'Revision',
    when: 'Wann',
    who: 'Wer',
    extent: 'Änderungen',
    extentText: (added: number, changed: number, removed: number) =>
      [added && `${added} neu`, changed && `${changed} geändert`, removed && `${removed} entfernt`]
        .filter(Boolean)
        .join(', ') || 'unverändert',
    current: 'gilt',
    restore: 'Wiederherstellen',
    restoreTitle: (revision: number, channel: string) => `Zurück zu Revision ${revision} für «${channel}»?`,
    restoreText:
      'Ihr Inhalt wird unter einer neuen Revision veröffentlicht. Was du gerade bearbeitest, bleibt, wie es ist.',
    restoreConfirm: (channel: string) => `Wiederherstellen für «${channel}»`,
    restores: (revision: number) => `Stellt Revision ${revision} wieder her`,
    restored: (old: number, now: number) => `Revision ${old} gilt wieder, als Revision ${now}.`,
  },
  tests: {
    passed: (examples: number, guidelines: number) =>
      `${plural(examples, 'Beispiel', 'Beispiele')} in ${plural(guidelines, 'Leitplanke', 'Leitplanken')}: alle wie erwartet.`,
    failed: 'So kann noch nicht veröffentlicht werden:',
    failure: (text: string, expected: string) =>
      expected === 'violates'
        ? `Meldet sich nicht bei «${text}».`
        : `Meldet sich bei «${text}», sollte aber still sein.`,
    warnings: (n: number) => plural(n, 'Hinweis', 'Hinweise'),
  },
  changes: {
    names: {
      kind: 'Art',
      message: 'Hinweis',
      why: 'Begründung',
      lesson: '«Kurz gelernt»',
      source: 'Quelle',
      link: 'Link',
      terms: 'Begriffe',
      patterns: 'Muster',
      detect: 'Erkennung',
      match: 'Genauigkeit',
      except: 'Ausnahmen',
      replace: 'Vorschläge',
      remove: 'Weglassen',
      swap: 'Wortpaare',
      swapPatterns: 'Paare mit Mustern',
      count: 'Gezählt wird',
      min: 'Mindestens',
      max: 'Höchstens',
      scope: 'Bereich',
      if: 'Bedingung',
      // biome-ignore lint/suspicious/noThenProperty: a key of guidelines, no promise
      then: 'Folge',
      where: 'Ort',
      insert: 'Text zum Einfügen',
    },
    conditions: {
      languages: 'Sprachen',
      notLanguages: 'Ausgenommene Sprachen',
      roles: 'Rollen',
      notRoles: 'Ausgenommene Rollen',
      groups: 'Gruppen',
      notGroups: 'Ausgenommene Gruppen',
      networks: 'Netzwerke',
      notNetworks: 'Ausgenommene Netzwerke',
      from: 'Gilt ab',
      until: 'Gilt bis',
      periods: 'Zeiträume',
    },
    severities: { suggestion: 'Tipp', warning: 'Achtung', error: 'Bitte so nicht' },
    severity: (before: string, after: string) => `Stufe: von «${before}» zu «${after}».`,
    added: (name: string, value: string) => `${name} neu: ${value}`,
    removed: (name: string) => `${name}: entfällt.`,
    reworded: (name: string) => `${name}: neu gefasst.`,
    moreFields: (n: number) => `${plural(n, 'weiteres Feld', 'weitere Felder')} geändert.`,
    exchanged: (name: string) => `${name}: ersetzt.`,
    reordered: (name: string) => `${name}: andere Reihenfolge.`,
    replaced: (name: string, before: string, after: string) => `${name}: ${after} statt ${before}`,
    listAdded: (name: string, values: string) => `${name}: ${values} dazu.`,
    listRemoved: (name: string, values: string) => `${name}: ${values} weg.`,
    conditionNow: (name: string, value: string) => `${name}: ${value}.`,
    examples: (before: number, after: number) =>
      before === after ? 'Beispiele: geändert.' : `Beispiele: ${after} statt ${before}.`,
    quote: (value: string) => `«${value.replaceAll('«', '‹').replaceAll('»', '›')}»`,
    more: (n: number) => `und ${n} weitere`,
  },
};
