import Foundation
import Yams

extension LetterTemplates {
    /// Reads the folder of letters: a folder per kind, and beside them what they share.
    public init(folder: String) throws(LetterFault) {
        let texts = try LetterTemplates.texts(in: folder)
        let kinds = try LetterTemplates.files(in: folder).filter { $0.hasSuffix("/sjabloon.yaml") }.sorted()
        var templates: [LetterTemplate] = []
        for file in kinds { templates.append(try LetterTemplates.decode(LetterTemplate.self, file, in: folder)) }
        try self.init(
            templates: templates, common: LetterTemplates.decode(CommonFacts.self, "velden.yaml", in: folder).velden,
            languages: LetterTemplates.decode([String: LetterLanguage].self, "taal.yaml", in: folder), texts: texts)
    }

    private static func texts(in folder: String) throws(LetterFault) -> [String: String] {
        var texts: [String: String] = [:]
        for file in try files(in: folder) where file.hasSuffix(".mustache") || file.hasSuffix(".css") {
            let name = file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
            texts[name] = try read(file, in: folder)
        }
        return texts
    }

    private static func files(in folder: String) throws(LetterFault) -> [String] {
        do { return try FileManager.default.subpathsOfDirectory(atPath: folder) } catch {
            throw .unreadable(file: folder, why: "\(error)")
        }
    }

    private static func read(_ file: String, in folder: String) throws(LetterFault) -> String {
        do { return try String(contentsOfFile: folder + "/" + file, encoding: .utf8) } catch {
            throw .unreadable(file: file, why: "\(error)")
        }
    }

    private static func decode<File: Decodable>(
        _ type: File.Type, _ file: String, in folder: String
    ) throws(LetterFault) -> File {
        let text = try read(file, in: folder)
        do { return try YAMLDecoder().decode(type, from: text) } catch {
            throw .unreadable(file: file, why: "\(error)")
        }
    }
}
