/** Where the audio thread was: at this second of its clock the next frame to play was `frame`, and it went on from there or stood. */
export interface Report {
  /** Seconds of the context's clock. */
  readonly time: number;
  readonly frame: number;
  readonly running: boolean;
}

/** Knows from reports which frame was played when. */
export interface Hearing {
  add(report: Report): void;
  /** Forgets what was: this frame is next, and stands until a report says else. */
  reset(frame: number): void;
  /** The frame at a second of the context's clock. Between reports it runs on as the last one says. */
  frameAt(time: number): number;
}

/** Reports that are kept: more than the longest delay of a wireless headset (0.3 s) holds at 25 a second. */
const KEPT = 32;

/** Makes a hearing at frame 0. */
export function createHearing(sampleRate: number): Hearing {
  let reports: Report[] = [{ time: 0, frame: 0, running: false }];
  return {
    add(report) {
      reports = [...reports.slice(1 - KEPT), report];
    },
    reset(frame) {
      reports = [{ time: 0, frame, running: false }];
    },
    frameAt(time) {
      const index = Math.max(
        0,
        reports.findLastIndex((report) => report.time <= time),
      );
      const report = reports[index];
      if (!report) return 0;
      const played = report.running ? Math.max(0, time - report.time) * sampleRate : 0;
      return Math.min(report.frame + played, reports[index + 1]?.frame ?? Number.POSITIVE_INFINITY);
    },
  };
}
