// The generated module, as wasm/bindings declares it. Texts travel as UTF-8 through two buffers that the core
// owns: the caller writes its input where `reserve` says, the core leaves its answer at `output`.
declare module '*/herold.mjs' {
  /**
   * An instance of the module is one engine. What tells success returns 0 when it failed; the reason is then the
   * output.
   */
  export interface HeroldModule {
    HEAPU8: Uint8Array;
    /** Address of the input buffer, grown to hold `bytes`. Any call may move memory: take views anew. */
    _herold_reserve(bytes: number): number;
    _herold_output(): number;
    _herold_output_size(): number;
    _herold_load(size: number): number;
    _herold_set_options(size: number): number;
    _herold_check(size: number): number;
    _herold_report(): number;
    _herold_pending(): number;
    _herold_unseal_next(): number;
    _herold_test(size: number): number;
    _herold_load_content(contentSize: number, topicsSize: number): number;
    _herold_suggest(draftSize: number, optionsSize: number): number;
    /** The event as JSON, then the fetched bytes, if any. */
    _herold_update(eventSize: number, bytesSize: number): number;
  }
  type Instantiate = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => Record<string, never>;
  export default function createHerold(options: { instantiateWasm: Instantiate }): Promise<HeroldModule>;
}
