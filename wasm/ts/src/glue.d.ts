// The generated module, as wasm/bindings declares it. Texts travel as UTF-8 through two buffers that the core
// owns: the caller writes its input where `reserve` says, the core leaves its answer at `output`.
declare module '*/herold.mjs' {
  /** What returns a boolean returns false when it failed; the reason is then the output. */
  export interface NativeEngine {
    /** Address of the input buffer, grown to hold `bytes`. Any call may move memory: take views anew. */
    reserve(bytes: number): number;
    output(): number;
    outputSize(): number;
    load(size: number): boolean;
    setOptions(size: number): boolean;
    check(size: number): boolean;
    report(): boolean;
    pending(): number;
    unsealNext(): boolean;
    test(size: number): boolean;
    loadLexicon(size: number): boolean;
    beginContent(topicsSize: number): boolean;
    addContent(size: number): boolean;
    endContent(): boolean;
    suggest(draftSize: number, optionsSize: number): boolean;
    /** The event as JSON, then the fetched bytes, if any. */
    update(eventSize: number, bytesSize: number): boolean;
    delete(): void;
  }
  export interface HeroldModule {
    HEAPU8: Uint8Array;
    Engine: new () => NativeEngine;
  }
  type Instantiate = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => Record<string, never>;
  export default function createHerold(options: { instantiateWasm: Instantiate }): Promise<HeroldModule>;
}
