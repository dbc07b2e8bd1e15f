-- Who sees and writes files of lists: the house that sent one, and the parties of the dossier to which it was sent.

ALTER TABLE records_sheetfile ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_sheetfile FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id));
CREATE POLICY added ON records_sheetfile FOR INSERT
  WITH CHECK (
    house_id = convenir_house() AND EXISTS (SELECT 1 FROM records_convention c WHERE c.id = convention_id)
  );

ALTER TABLE records_sheetmapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_sheetmapping FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_sheetfile f WHERE f.id = file_id));
CREATE POLICY added ON records_sheetmapping FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_sheetfile f WHERE f.id = file_id AND f.house_id = convenir_house()));

REVOKE UPDATE, DELETE ON records_sheetfile, records_sheetmapping FROM convenir_app;
