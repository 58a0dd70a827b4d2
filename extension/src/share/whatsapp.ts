import { graphemeLength } from './count.ts';
import { textOfMessage } from './message.ts';
import { address, type Network } from './network.ts';

export const whatsapp: Network = {
  id: 'whatsapp',
  name: 'WhatsApp',
  network: 'whatsapp',
  medium: 'messenger',
  hashtags: false,
  prefills: 'text',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: (message) => address('https://wa.me/', { text: textOfMessage(message) }),
};
