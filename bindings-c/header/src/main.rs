//! Writes the header and the CMake version file below the directory given, or beside this crate.
//!
//! Functions, structs and their texts come from the sources of the binding through cbindgen; the codes of the
//! vocabularies come from core, and are written down nowhere in between.

use cbindgen::{Builder, Config};
use oz_status::{AnalysisState, Decision, FolderStatus, RULES_VERSION, Resolution};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The sources in the order of the header.
const SOURCES: [&str; 9] = [
    "error.rs", "about.rs", "words.rs", "lattice.rs", "columns.rs", "status_set.rs", "tally.rs", "folder.rs",
    "json_types.rs",
];

fn main() -> Result<(), Box<dyn Error>> {
    let binding = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let to = env::args_os().nth(1).map_or_else(|| binding.clone(), PathBuf::from);
    let version = version(&binding)?;
    fs::create_dir_all(to.join("include"))?;
    fs::create_dir_all(to.join("cmake"))?;
    fs::write(to.join("include/oz_status.h"), header(&binding, &version)?)?;
    fs::write(to.join("cmake/oz_status-config-version.cmake"), cmake_version(&version))?;
    Ok(())
}

/// The version of the binding's crate.
fn version(binding: &Path) -> Result<String, Box<dyn Error>> {
    let asked = Command::new(env!("CARGO")).args(["pkgid", "--offline", "-p", "oz-status-c"]).current_dir(binding).output()?;
    let id = String::from_utf8(asked.stdout)?;
    let version = id.trim().rsplit(['@', '#']).next().filter(|version| version.split('.').count() == 3);
    Ok(version.ok_or("cargo pkgid names no version")?.to_owned())
}

fn header(binding: &Path, version: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut config = Config::from_file(binding.join("header/cbindgen.toml"))?;
    let head = fs::read_to_string(binding.join("header/conventions.h"))?;
    config.header = Some(head.trim_end().to_owned());
    config.after_includes = Some(constants(version)?);
    let mut builder = Builder::new().with_config(config);
    for source in SOURCES.iter().copied().chain(["json.rs"]) {
        builder = builder.with_src(binding.join("src").join(source));
    }
    let mut text = Vec::new();
    builder.generate()?.write(&mut text);
    Ok(text)
}

fn constants(version: &str) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let mut numbers = version.split('.');
    writeln!(text, "\n/* Versions: of this header, and of the rules it was made for. */")?;
    writeln!(text, "#define OZ_VERSION \"{version}\"")?;
    for part in ["MAJOR", "MINOR", "PATCH"] {
        writeln!(text, "#define OZ_VERSION_{part} {}", numbers.next().unwrap_or("0"))?;
    }
    writeln!(text, "#define OZ_RULES_VERSION {RULES_VERSION}")?;
    let resolutions = Resolution::ALL.iter().map(|member| (member.as_str(), member.code()));
    space(&mut text, "RESOLUTION", "Resolutions, the best first", resolutions)?;
    let statuses = FolderStatus::ALL.iter().map(|member| (member.as_str(), member.code()));
    space(&mut text, "FOLDER_STATUS", "Folder statuses, the best first; never a verdict", statuses)?;
    let states = AnalysisState::ALL.iter().map(|member| (member.as_str(), member.code()));
    space(&mut text, "ANALYSIS_STATE", "States of an analysis or a callback, the best first; never a verdict", states)?;
    let decisions = Decision::ALL.iter().map(|member| (member.as_str(), member.code()));
    space(&mut text, "DECISION", "Decisions; they have no order", decisions)?;
    text.push_str(MACROS);
    Ok(text)
}

fn space<'a>(
    text: &mut String,
    prefix: &str,
    what: &str,
    members: impl Iterator<Item = (&'a str, u8)>,
) -> Result<(), std::fmt::Error> {
    writeln!(text, "\n/* {what}. */")?;
    for (word, code) in members {
        writeln!(text, "#define OZ_{prefix}_{word} {code}")?;
    }
    Ok(())
}

const MACROS: &str = "
/* How many cells oz_resolve_folder needs. */
#define OZ_CELLS(analyses, groups) ((analyses) + (groups) + 1)

/* Whether the library that runs is the one this header describes, and judges by the same rules. */
#define OZ_ABI_CHECK() (oz_abi_version() == OZ_ABI_VERSION && oz_rules_version() == OZ_RULES_VERSION)
";

/// Before 1.0 a minor version may break programs: an older one never stands in for another.
fn cmake_version(version: &str) -> String {
    format!(
        "# Written by bindings-c/header from the version of the crate.
set(PACKAGE_VERSION \"{version}\")
string(REGEX MATCH \"^[0-9]+[.][0-9]+\" _oz_status_have \"${{PACKAGE_VERSION}}\")
string(REGEX MATCH \"^[0-9]+[.][0-9]+\" _oz_status_want \"${{PACKAGE_FIND_VERSION}}\")
set(PACKAGE_VERSION_COMPATIBLE FALSE)
if(\"${{PACKAGE_FIND_VERSION}}\" STREQUAL \"\" OR
   (_oz_status_have STREQUAL _oz_status_want AND NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION))
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
"
    )
}
