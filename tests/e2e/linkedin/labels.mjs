/** What the stand-in's controls are called, by interface language; LinkedIn's differ by locale, too. */
export const LABELS = {
  en: {
    start: 'Start a post',
    dialog: 'Create a post',
    editor: 'Text editor for creating content',
    placeholder: 'What do you want to talk about?',
    post: 'Post',
    close: 'Dismiss',
    comment: 'Comment',
    commentEditor: 'Text editor for creating comment',
    commentPlaceholder: 'Add a comment…',
    messages: 'Messaging',
    messageEditor: 'Write a message…',
    send: 'Send',
  },
  de: {
    start: 'Beitrag beginnen',
    dialog: 'Beitrag erstellen',
    editor: 'Texteditor zum Erstellen von Inhalten',
    placeholder: 'Worüber möchten Sie sprechen?',
    post: 'Posten',
    close: 'Verwerfen',
    comment: 'Kommentieren',
    commentEditor: 'Texteditor zum Erstellen eines Kommentars',
    commentPlaceholder: 'Kommentieren…',
    messages: 'Nachrichten',
    messageEditor: 'Nachricht verfassen…',
    send: 'Senden',
  },
  fr: {
    start: 'Commencer un post',
    dialog: 'Créer un post',
    editor: 'Éditeur de texte pour créer du contenu',
    placeholder: 'De quoi souhaitez-vous discuter ?',
    post: 'Publier',
    close: 'Ignorer',
    comment: 'Commenter',
    commentEditor: 'Éditeur de texte pour créer un commentaire',
    commentPlaceholder: 'Ajouter un commentaire…',
    messages: 'Messagerie',
    messageEditor: 'Rédigez un message…',
    send: 'Envoyer',
  },
  it: {
    start: 'Crea un post',
    dialog: 'Crea un post',
    editor: 'Editor di testo per creare contenuti',
    placeholder: 'Di cosa vorresti parlare?',
    post: 'Pubblica',
    close: 'Ignora',
    comment: 'Commenta',
    commentEditor: 'Editor di testo per creare un commento',
    commentPlaceholder: 'Aggiungi un commento…',
    messages: 'Messaggistica',
    messageEditor: 'Scrivi un messaggio…',
    send: 'Invia',
  },
};

/** The language for `?lang=`, else for the browser's Accept-Language. */
export function languageFor(url, acceptLanguage = '') {
  const wanted = [url.searchParams.get('lang'), ...acceptLanguage.split(',')].filter(Boolean);
  return wanted.map((tag) => tag.trim().slice(0, 2)).find((tag) => tag in LABELS) ?? 'en';
}
