-- Who sees and writes which row. The house that acts is the setting convenir.house, set for one transaction by
-- access.context; without it nothing is seen. The owner of the tables, who migrates them, is not bound by these rules.

CREATE FUNCTION convenir_house() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('convenir.house', true), '')::bigint;

-- Runs as the owner: a rule of the parties that read the parties would never end.
CREATE FUNCTION convenir_is_party(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN EXISTS (
  SELECT 1 FROM public.records_conventionparty
  WHERE convention_id = dossier AND house_id = nullif(current_setting('convenir.house', true), '')::bigint
);
REVOKE ALL ON FUNCTION convenir_is_party(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convenir_is_party(uuid) TO convenir_app;

-- A dossier shows its text to its parties: it may only be made from a text that the house deposited.
CREATE FUNCTION convenir_holds_text(text uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN EXISTS (
  SELECT 1 FROM public.records_receivedtext
  WHERE id = text AND house_id = nullif(current_setting('convenir.house', true), '')::bigint
);
REVOKE ALL ON FUNCTION convenir_holds_text(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convenir_holds_text(uuid) TO convenir_app;

ALTER TABLE records_house ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_house FOR SELECT USING (true);
CREATE POLICY added ON records_house FOR INSERT WITH CHECK (convenir_house() IS NOT NULL);

ALTER TABLE records_convention ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_convention FOR SELECT
  USING (house_id = convenir_house() OR convenir_is_party(id));
CREATE POLICY added ON records_convention FOR INSERT
  WITH CHECK (house_id = convenir_house() AND (text_id IS NULL OR convenir_holds_text(text_id)));
CREATE POLICY counted ON records_convention FOR UPDATE
  USING (house_id = convenir_house() OR convenir_is_party(id))
  WITH CHECK (house_id = convenir_house() OR convenir_is_party(id));

ALTER TABLE records_conventionparty ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_conventionparty FOR SELECT
  USING (house_id = convenir_house() OR EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_conventionparty FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id AND c.house_id = convenir_house()));

ALTER TABLE records_receivedtext ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_receivedtext FOR SELECT
  USING (
    house_id = convenir_house()
    OR EXISTS (SELECT 1 FROM records_convention c WHERE c.text_id = records_receivedtext.id)
  );
CREATE POLICY added ON records_receivedtext FOR INSERT WITH CHECK (house_id = convenir_house());

ALTER TABLE records_termruling ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_termruling FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id));
CREATE POLICY added ON records_termruling FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));

ALTER TABLE records_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_evidence FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_evidence FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));

ALTER TABLE records_factrow ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_factrow FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_factrow FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));

ALTER TABLE records_journalrow ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_journalrow FOR SELECT
  USING (house_id = convenir_house() OR EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_journalrow FOR INSERT
  WITH CHECK (
    house_id = convenir_house()
    AND (convention_id IS NULL OR EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id))
  );

ALTER TABLE records_dueline ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_dueline FOR SELECT
  USING (house_id = convenir_house() OR EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY removed ON records_dueline FOR DELETE
  USING (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_dueline FOR INSERT
  WITH CHECK (
    EXISTS (
      SELECT 1 FROM records_conventionparty p
      WHERE p.convention_id = records_dueline.convention_id AND p.house_id = records_dueline.house_id
    )
  );

-- What happened is never changed: the site adds rows, counts facts, and rewrites the lines of its cache.
REVOKE UPDATE, DELETE ON
  records_house, records_convention, records_conventionparty, records_receivedtext, records_termruling,
  records_evidence, records_factrow, records_journalrow
FROM convenir_app;
GRANT UPDATE (facts_version) ON records_convention TO convenir_app;
REVOKE UPDATE ON records_dueline FROM convenir_app;
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM convenir_app;
