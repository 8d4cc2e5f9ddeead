// What every consumer does with the package: a pass, a spoof behind it, a refusal, a folder, a column.

export function check({ resolve, resolveToJson, Folder, groupResult, groupResults, StatusSet, OzStatusError }) {
  const analysis = (id, group, resolution, time) => ({
    analyse_id: id,
    group_id: group,
    type: id,
    state: "FINISHED",
    resolution,
    time_updated: time,
  });
  const spoof = [analysis("QUALITY", "g1", "DECLINED", 1.7e9), analysis("BIOMETRY", "g2", "SUCCESS", 1.7e9 + 9)];
  const folder = new Folder();
  folder.observe(spoof[0]);
  const told = [];
  try {
    resolve('{"resolution_status":"FINISHED"}');
  } catch (error) {
    told.push(error instanceof OzStatusError, error.code);
  }
  told.push(
    resolve(spoof).decision,
    resolve(JSON.stringify(spoof), { require: ["QUALITY", "BIOMETRY"] }).decision,
    resolveToJson("[]").slice(0, 27),
    folder.verdict().decision,
    groupResult(["SUCCESS", "DECLINED"]),
    [...groupResults(Uint8Array.of(1, 3, 1), Uint32Array.of(0, 2, 3))].join("-"),
    StatusSet.of("FAILED", "SUCCESS").decision,
  );
  return told.join(" ");
}

export const EXPECTED =
  'true missing_analyses REVIEW REJECT {"rules":1,"folder_id":null REJECT DECLINED 3-1 RETRY';
