import Foundation

extension ReadingForm {
    /// Takes in one JSON object.
    /// - Parameter json: UTF-8.
    public init(json: some Sequence<UInt8>) throws(ReadingFault) {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            self = try decoder.decode(ReadingForm.self, from: Data(json))
        } catch let error as DecodingError {
            throw .notReading(reason: Self.explain(error))
        } catch {
            throw .notReading(reason: "\(error)")
        }
    }

    /// Where in the JSON, and what is wrong there.
    private static func explain(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
            return path.isEmpty ? "" : " at \(path.drop { $0 == "." })"
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(key.stringValue) is missing\(place(context))"
        case .typeMismatch(let type, let context): "not of the type \(type)\(place(context))"
        case .valueNotFound(_, let context): "a value is missing\(place(context))"
        case .dataCorrupted(let context): "not well-formed JSON\(place(context))"
        @unknown default: "\(error)"
        }
    }
}
