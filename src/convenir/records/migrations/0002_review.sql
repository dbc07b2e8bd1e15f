-- Who sees and writes the rows of a review. A dossier shows its parties its own text, and the acts of the same deposit.

ALTER POLICY seen ON records_receivedtext
  USING (
    house_id = convenir_house()
    OR EXISTS (
      SELECT 1 FROM records_convention c
      WHERE c.text_id = records_receivedtext.id OR c.text_id = records_receivedtext.attached_to_id
    )
  );
-- An act may only be attached to a deposit of the same house: a dossier of that deposit shows it.
ALTER POLICY added ON records_receivedtext
  WITH CHECK (house_id = convenir_house() AND (attached_to_id IS NULL OR convenir_holds_text(attached_to_id)));

ALTER TABLE records_rereading ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_rereading FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id));
CREATE POLICY added ON records_rereading FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));

ALTER TABLE records_findingruling ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_findingruling FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id));
CREATE POLICY added ON records_findingruling FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));

ALTER TABLE records_sentenceruling ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_sentenceruling FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id));
CREATE POLICY added ON records_sentenceruling FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_receivedtext t WHERE t.id = text_id AND t.house_id = convenir_house()));

REVOKE UPDATE, DELETE ON records_rereading, records_findingruling, records_sentenceruling FROM convenir_app;
