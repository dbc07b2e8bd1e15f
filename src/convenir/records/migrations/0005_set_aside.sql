-- A review is set aside, or taken up again, by the house that deposited the text.

ALTER TABLE records_setaside ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_setaside FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));
CREATE POLICY added ON records_setaside FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));

REVOKE UPDATE, DELETE ON records_setaside FROM convenir_app;
