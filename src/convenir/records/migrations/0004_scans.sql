-- Who sees, writes and removes scans under way: the house that sent one. Nothing of them is changed in place.

ALTER TABLE records_scan ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_scan FOR SELECT USING (house_id = convenir_house());
CREATE POLICY added ON records_scan FOR INSERT WITH CHECK (house_id = convenir_house());
CREATE POLICY removed ON records_scan FOR DELETE USING (house_id = convenir_house());

ALTER TABLE records_recognisedpage ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON records_recognisedpage FOR SELECT
  USING (EXISTS (SELECT 1 FROM records_scan s WHERE s.id = scan_id));
CREATE POLICY added ON records_recognisedpage FOR INSERT
  WITH CHECK (EXISTS (SELECT 1 FROM records_scan s WHERE s.id = scan_id));
CREATE POLICY removed ON records_recognisedpage FOR DELETE
  USING (EXISTS (SELECT 1 FROM records_scan s WHERE s.id = scan_id));

REVOKE UPDATE ON records_scan, records_recognisedpage FROM convenir_app;
