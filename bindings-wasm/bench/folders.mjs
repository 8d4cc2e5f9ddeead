// Folders to be judged, as compact JSON.

/** Two groups of two analyses, with blocks around each of what no verdict needs: as in the benchmarks of core and Python. */
export function detailed() {
  const [first, second] = ["11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb"];
  return JSON.stringify({
    folder_id: "f0e1d2c3-aaaa-4bbb-8ccc-dddddddddddd",
    resolution_status: "FINISHED",
    system_resolution: "SUCCESS",
    media: [media(1), media(2)],
    analyses: [analysis(1, "QUALITY", first), analysis(2, "DOCUMENTS", first), analysis(3, "BIOMETRY", second), analysis(4, "COLLECTION", second)],
  });
}

const media = (number) => ({
  media_id: `6f1b2c3d-0000-4000-8000-00000000000${number}`,
  media_type: "VIDEO_FOLDER",
  tags: ["video_selfie", "video_selfie_eyes", "orientation_portrait"],
  original_name: "capture.zip",
  info: { video: { width: 720, height: 1280, fps: 29.97, duration: 3.412 }, size: 1_482_233 },
});

const analysis = (number, type, group_id) => ({
  analyse_id: `a${number}b2c3d4-1111-4222-8333-44444444444${number}`,
  folder_id: "f0e1d2c3-aaaa-4bbb-8ccc-dddddddddddd",
  group_id,
  type,
  state: "FINISHED",
  resolution_status: "SUCCESS",
  resolution: "SUCCESS",
  time_created: 1_700_000_000.5 + number,
  time_updated: 1_700_000_003.1 + number,
  meta_data: null,
  technical_meta_data: { browser: "Chrome 120", os: "Android 14" },
  results_data: Array.from({ length: 6 }, (_, block) => ({
    confidence_spoofing: 0.013204 * (block + 1),
    min_confidence: 0.9931,
    max_confidence: 0.9982,
    source_media: media(block),
    note: 'Liveness "passed"\nall fine',
  })),
});

/** Eight analyses in two groups, made of the two of a story, with few values but long texts: nothing is parsed faster. */
export function wordy(story) {
  const folder = JSON.parse(story);
  const [first, second] = folder.analyses;
  folder.analyses = Array.from({ length: 8 }, (_, i) => {
    const id = `924be5c8-489a-441e-acb9-8baad4226a0${i}`;
    return { ...(i % 2 ? second : first), analyse_id: id, analysis_id: id, resolution: "SUCCESS", resolution_status: "SUCCESS" };
  });
  return JSON.stringify(folder);
}
