import { useEffect, useState } from "react";

/** How often ages are looked at, milliseconds. */
const LOOK = 60_000;

/** The time, some time ago at most: for words such as "5 minutes ago". Milliseconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK);
    return () => clearInterval(timer);
  }, []);
  return now;
}
