import { textOfMessage } from './message.ts';
import { messenger } from './messenger.ts';
import { address } from './network.ts';

export const whatsapp = messenger('whatsapp', 'WhatsApp', (message) =>
  address('https://wa.me/', { text: textOfMessage(message) }),
);
