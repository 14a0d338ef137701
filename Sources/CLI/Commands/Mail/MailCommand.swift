import ArgumentParser
import Foundation
import Journal
import Postvak
import Web

/// Mail that comes in.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Take in mail.", subcommands: [MailAdd.self])
}

/// Mails from files.
struct MailAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Take in mails from files (.eml); one that is there already changes nothing.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "Files, each one mail.") var files: [String]

    func run() async throws {
        let (house, words) = try await House.opened(house)
        var refused = 0
        for path in files {
            let name = URL(fileURLWithPath: path).lastPathComponent
            guard FileManager.default.fileExists(atPath: path) else { throw ValidationError("there is no \(path)") }
            do {
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
                switch try await house.kantoor.neem(bytes, als: .system("post")) {
                case .nieuw: tell("\(name): taken in")
                case .bekend: tell("\(name): there already")
                }
            } catch let refusal as MailRefusal {
                refused += 1
                tell("\(name): \(words.refusal(refusal))")
            }
        }
        await house.close()
        if refused > 0 { throw ExitCode(1) }
    }
}
