// @herold/core: the Herold core in WebAssembly, typed. Nothing else imports the generated glue.

export { Engine } from './engine';
export * from './types';
export * from './update';
export { readAtMost, sha256, verifyEd25519, webTransport } from './web';
