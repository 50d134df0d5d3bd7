import { useState } from "react";
import { words } from "../../words/index.ts";
import { changeOf, profileOf, withProfile } from "../reading/profiles.ts";
import { useController, useWindowState } from "./context.ts";

/** A profile that is deleted, and what brings it back. */
interface Deleted {
  readonly name: string;
  readonly bring: () => void;
}

/** Looks and sound under a name, to be had again at once. */
export function ProfileSettings() {
  const { change, settingsExchange, say } = useController();
  const settings = useWindowState((state) => state.settings);
  const { profiles } = settings;
  const [name, setName] = useState("");
  const [missing, setMissing] = useState(false);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const save = (): void => {
    const chosen = name.trim();
    if (chosen === "") {
      setMissing(true);
      return;
    }
    const message = words("profile.saved", { name: chosen });
    const kept = withProfile(profiles, profileOf(chosen, settings));
    // One of the same name is another now.
    if (kept.length === profiles.length) settingsExchange.setProfiles(kept, message);
    else change({ profiles: kept });
    setName("");
    setDeleted(null);
    say(message);
  };
  return (
    <section aria-labelledby="settings-profiles">
      <h3 id="settings-profiles">{words("profile.title")}</h3>
      <p className="hint">{words("profile.hint")}</p>
      {profiles.length > 0 ? (
        <ul className="left">
          {profiles.map((profile) => (
            <li key={profile.name} className="setting">
              <strong dir="auto">{profile.name}</strong>
              <span className="actions">
                <button
                  type="button"
                  className="button"
                  aria-label={words("profile.useOf", { name: profile.name })}
                  onClick={() => {
                    change(changeOf(profile));
                    say(words("profile.used", { name: profile.name }));
                  }}
                >
                  {words("profile.use")}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={words("profile.deleteOf", { name: profile.name })}
                  onClick={() => {
                    const message = words("profile.deleted", { name: profile.name });
                    const kept = profiles.filter((one) => one !== profile);
                    setDeleted({ name: profile.name, bring: settingsExchange.setProfiles(kept, message) });
                    say(message);
                    // The button that had the focus is gone with its profile.
                    document.getElementById("profile-name")?.focus();
                  }}
                >
                  {words("profile.delete")}
                </button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {deleted ? (
        <p className="actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              deleted.bring();
              say(words("profile.back", { name: deleted.name }));
              setDeleted(null);
              document.getElementById("profile-name")?.focus();
            }}
          >
            {words("profile.undo", { name: deleted.name })}
          </button>
        </p>
      ) : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="setting">
          <label htmlFor="profile-name">{words("profile.name")}</label>
          <input
            id="profile-name"
            type="text"
            maxLength={60}
            autoComplete="off"
            value={name}
            aria-invalid={missing}
            aria-describedby={missing ? "profile-missing" : undefined}
            onChange={(event) => {
              setName(event.target.value);
              setMissing(false);
            }}
          />
        </p>
        {missing ? (
          <p id="profile-missing" className="wrong">
            {words("profile.missing")}
          </p>
        ) : null}
        <p className="actions">
          <button type="submit" className="button">
            {words("profile.save")}
          </button>
        </p>
      </form>
    </section>
  );
}
