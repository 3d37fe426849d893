import * as z from "zod";
import { line } from "~/platform/fields";
import { messages } from "./messages.files.pl";

export const fileSchema = z.object({ title: line({ max: 160, messages: { required: messages.titleMissing } }) });
