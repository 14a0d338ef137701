import ArgumentParser
import Basics
import Foundation

/// Prints an answer as JSON, on one line for programs or spread out for people.
func show(_ json: JSON, asJSON: Bool) { print(asJSON ? json.canonical : json.pretty) }

/// Prints words about the work, apart from its answer.
func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// The bytes of a file; a failure names the file.
func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("\(path) cannot be read: is it there, and is it a file?")
    }
    return [UInt8](data)
}

/// A file of JSON; a failure names the file and the place in it.
func readJSON(_ path: String) throws -> JSON {
    let bytes = try bytes(of: path)
    do { return try JSON(parsing: bytes) } catch {
        throw ValidationError("\(path) is not JSON: \(error)")
    }
}

/// A file of JSON that holds names with values.
func readObject(_ path: String) throws -> JSON {
    let json = try readJSON(path)
    guard json.fields != nil else {
        throw ValidationError("\(path) holds no names: expected is an object such as {\"amount\": 50}.")
    }
    return json
}

/// Everything on standard input.
func standardInput() throws -> [UInt8] { [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }

/// Reads the tables of collection law from the content.
func rechtFiles(in content: String) -> (String) throws -> String {
    { name in try String(contentsOfFile: "\(content)/recht/\(name)", encoding: .utf8) }
}
