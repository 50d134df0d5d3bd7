/**
 * Where samples become sound: Web Audio in the window, a player program's pipe on the command line. Times are seconds of sound since
 * the sink was opened: they only grow, and stand still while nothing sounds.
 */
export interface Sink {
  /**
   * Queues mono samples behind what is queued.
   * Resolves when there is room for more (back-pressure): at most a few seconds are ever queued.
   * @throws Failure `device` when there is no sound device or it is lost
   */
  write(samples: Float32Array, sampleRate: number): Promise<void>;
  /** The end of what is queued, seconds. */
  written(): number;
  /** What has been heard, seconds, the device's own delay taken off; never more than `written`. */
  heard(): number;
  /**
   * Up to here sound is on its way to the ear and can't be exchanged without a break, seconds: between `heard` and `written`. A cut
   * later than this is exact to the sample.
   */
  settled(): number;
  /** Silence at once; what is queued stays. */
  pause(): void;
  /** Goes on where `pause` stopped. */
  resume(): void;
  /**
   * Drops what is queued from second `at` on; what sounds already is cut without a click. `written` becomes `at`, or `heard` where
   * that is later. `cut(0)` is silence at once.
   */
  cut(at: number): void;
  /** Silence, and the end of the sink. */
  close(): Promise<void>;
}
