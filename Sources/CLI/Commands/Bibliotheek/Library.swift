import ArgumentParser
import Basics
import Bibliotheek
import Foundation
import Journal
import Procesbot
import Web
import Zaken

/// The sources that advice cites.
struct LibraryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Tend the library that advice cites.",
        subcommands: [LibraryAdd.self, LibraryList.self, LibraryExpire.self])
}

/// Files or folders into the library.
struct LibraryAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add files or folders: new sources, or next versions of those with the same name."
    )

    @OptionGroup var house: HouseOptions
    @Argument(help: "Markdown, HTML, text, docx, odt, PDF, BPMN or DMN; or folders of them.") var paths: [String]

    @Option(help: "For which zaaktype it is meant; may be said more than once. Default: what the file says, or all.")
    var zaaktype: [String] = []
    @Option(help: "At which step it is meant; may be said more than once.") var stap: [String] = []

    func run() async throws {
        let (house, words) = try await House.opened(house)
        var refused = 0
        for (name, path) in try paths.flatMap(LibraryAdd.files) {
            do {
                let file = try SourceFile.read(path, named: URL(fileURLWithPath: path).lastPathComponent, as: name)
                let version = try await house.office.act(as: .system("library")) { act in
                    try Bron.Filing(naam: name, file: file, zaaktypen: zaaktype, stappen: stap, door: "library").run(
                        in: act)
                }
                tell("\(name): version \(version.nummer), \(file.document.passages.count) passages")
            } catch let refusal as BronRefusal {
                if case .unchanged = refusal {} else { refused += 1 }
                tell("\(name): \(words.refusal(refusal))")
            }
        }
        await house.close()
        if refused > 0 { throw ExitCode(1) }
    }

    /// The files under a path that the library can read, by the name they get there.
    private static func files(_ path: String) throws -> [(name: String, path: String)] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ValidationError("there is no \(path)")
        }
        guard isFolder.boolValue else { return [(URL(fileURLWithPath: path).lastPathComponent, path)] }
        return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
            .filter { DocumentForm(fileName: $0) != nil && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { ($0, path + "/" + $0) }
    }
}
